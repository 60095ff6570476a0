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
    primary key (reference, party)
);

-- What happened, who did it and when: written once, never changed. The sentence is a key of the message bundles.
create table trail (
    id        bigint generated always as identity primary key,
    reference varchar(20)   not null references flight (reference),
    at        timestamp with time zone not null,
    actor     varchar(64)   not null,
    code      varchar(80)   not null,
    arguments varchar(4000) not null
);
create index trail_of_flight on trail (reference, id);

-- Who completed which task: the preparers of a version, and what a second person is told who came too late.
create table completed_task (
    task_id    varchar(64) primary key,
    task       varchar(80) not null,
    reference  varchar(20) not null,
    party      char(2),
    actor      varchar(64) not null,
    at         timestamp with time zone not null
);
create index completed_task_of_flight on completed_task (reference, at);

-- Messages to people; sent by mail where a server is set, and shown on the flight's page in any case.
create table outbox (
    id        bigint generated always as identity primary key,
    reference varchar(20)   not null,
    recipient varchar(64)   not null,
    code      varchar(80)   not null,
    arguments varchar(4000) not null,
    created   timestamp with time zone not null,
    sent      timestamp with time zone,
    once      varchar(200)  not null unique
);
