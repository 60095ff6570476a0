-- Each time the operation of a flight was opened; what belongs to an earlier one is kept, but no longer counts.
create table operation_run (
    reference varchar(20) not null references flight (reference),
    run       integer     not null,
    opened    timestamp with time zone not null,
    departed  timestamp with time zone,
    ended     timestamp with time zone,
    outcome   varchar(20),
    primary key (reference, run)
);

-- Answers to gates: added, never changed. stop is the place on the route, 0 before the departure.
create table gate_answer (
    id          bigint generated always as identity primary key,
    reference   varchar(20)   not null,
    run         integer       not null,
    party       char(2)       not null,
    gate        varchar(3)    not null,
    point       varchar(20)   not null,
    stop        integer       not null,
    verdict     varchar(10)   not null,
    reason      varchar(1000),
    answered_by varchar(64)   not null,
    at          timestamp with time zone not null,
    foreign key (reference, run) references operation_run (reference, run)
);
create index gate_answer_of_run on gate_answer (reference, run, id);

-- People who left the list, as head counts only.
create table taken_off (
    id        bigint generated always as identity primary key,
    reference varchar(20)   not null,
    run       integer       not null,
    party     char(2)       not null,
    point     varchar(20)   not null,
    stop      integer       not null,
    persons   integer       not null,
    cause     varchar(20)   not null,
    reason    varchar(1000) not null,
    said_by   varchar(64)   not null,
    at        timestamp with time zone not null,
    foreign key (reference, run) references operation_run (reference, run)
);
create index taken_off_of_run on taken_off (reference, run, id);

create table boarding (
    reference    varchar(20) not null,
    run          integer     not null,
    party        char(2)     not null,
    stop         integer     not null,
    returnees    integer     not null,
    escorts      integer     not null,
    medical      integer     not null,
    interpreters integer     not null,
    monitors     integer     not null,
    others       integer     not null,
    counted_by   varchar(64) not null,
    at           timestamp with time zone not null,
    primary key (reference, run, party),
    foreign key (reference, run) references operation_run (reference, run)
);

create table hand_over (
    reference    varchar(20)   not null,
    run          integer       not null,
    party        char(2)       not null,
    handed_over  integer       not null,
    going_back  integer       not null,
    reason       varchar(1000),
    confirmed_by varchar(64)   not null,
    at           timestamp with time zone not null,
    primary key (reference, run, party),
    foreign key (reference, run) references operation_run (reference, run)
);
