create table quote (
    reference      varchar(20)  not null references flight (reference),
    position       integer      not null,
    carrier        varchar(200) not null,
    price_minor    bigint       not null,
    currency       char(3)      not null,
    seats          integer      not null,
    option_until   date         not null,
    fee_early      integer      not null,
    fee_five_days  integer      not null,
    fee_one_day    integer      not null,
    chosen_because varchar(1000),
    primary key (reference, position)
);

-- Services and bodies, never persons.
create table crew (
    reference     varchar(20)   primary key references flight (reference),
    escort_leader varchar(1000) not null,
    doctor        varchar(1000) not null,
    interpreter   varchar(1000) not null,
    monitor       varchar(1000) not null
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
