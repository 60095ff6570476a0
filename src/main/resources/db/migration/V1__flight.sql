-- A joint return flight, from proposal to closed accounts. Instants are UTC; zone is the departure airport's.
create table flight (
    reference      varchar(20)  primary key,
    type           varchar(3)   not null,
    organiser      char(2)      not null,
    destination    varchar(200) not null,
    departure      timestamp with time zone not null,
    zone           varchar(60)  not null,
    real_date      date         not null,
    capacity       integer      not null,
    stage          varchar(20)  not null,
    stage_since    timestamp with time zone not null,
    suspended_for  varchar(1000),
    postponed      integer      not null default 0,
    assumed        varchar(1000),
    revision       bigint       not null
);

-- Stop 0 is where the aircraft starts; km is the flown distance of the leg that ends at this stop, fixed once.
create table route_stop (
    reference varchar(20) not null references flight (reference),
    position  integer     not null,
    airport   char(3)     not null,
    purpose   varchar(20) not null,
    km        integer     not null,
    primary key (reference, position)
);

-- days_before: of a state that withdrew, how many days before the departure that was planned then.
create table participation (
    reference    varchar(20) not null references flight (reference),
    party        char(2)     not null,
    status       varchar(20) not null,
    returnees    integer     not null default 0,
    escorts      integer     not null default 0,
    medical      integer     not null default 0,
    interpreters integer     not null default 0,
    monitors     integer     not null default 0,
    others       integer     not null default 0,
    embarkation  char(3),
    hand_over    char(3),
    reason       varchar(1000),
    since        timestamp with time zone not null,
    days_before  integer,
    primary key (reference, party)
);

-- What empty seats do to the split: a term of the plan, so that it is signed with it. A flight without a row has COMMITTED.
create table withdrawal_rule (
    reference varchar(20) primary key references flight (reference),
    rule      varchar(40) not null
);

create table contract (
    reference     varchar(20)  not null references flight (reference),
    signed_at     timestamp with time zone not null,
    signed_by     char(2)      not null,
    carrier       varchar(200) not null,
    price_minor   bigint       not null,
    currency      char(3)      not null,
    released_at   timestamp with time zone,
    penalty_minor bigint,
    primary key (reference, signed_at)
);

create table permit (
    reference   varchar(20)   not null references flight (reference),
    kind        varchar(20)   not null,
    number      varchar(200)  not null,
    valid_on    date          not null,
    primary key (reference, kind)
);

-- caused_by is empty where no party is answerable.
create table cancellation (
    reference                varchar(20)   primary key references flight (reference),
    reason                   varchar(1000) not null,
    caused_by                char(2),
    at                       timestamp with time zone not null,
    seconds_before_departure bigint        not null,
    decided_by               varchar(64)   not null
);
