-- When an aircraft that was let go is expected, and landed. stop is the place on the journey, its diversions included.
create table leg_time (
    reference varchar(20) not null,
    run       integer     not null,
    stop      integer     not null,
    expected  timestamp with time zone not null,
    landed    timestamp with time zone,
    primary key (reference, run, stop),
    foreign key (reference, run) references operation_run (reference, run)
);

-- Where it came down instead.
create table diversion (
    reference varchar(20)   not null,
    run       integer       not null,
    stop      integer       not null,
    airport   char(3)       not null,
    km_onward integer       not null,
    reason    varchar(1000) not null,
    said_by   varchar(64)   not null,
    at        timestamp with time zone not null,
    primary key (reference, run, stop),
    foreign key (reference, run) references operation_run (reference, run)
);

-- People who came back with the aircraft, as counted where they landed.
create table landed_back (
    reference  varchar(20)   not null,
    run        integer       not null,
    party      char(2)       not null,
    landed     integer       not null,
    missing    integer       not null,
    reason     varchar(1000),
    counted_by varchar(64)   not null,
    at         timestamp with time zone not null,
    primary key (reference, run, party),
    foreign key (reference, run) references operation_run (reference, run)
);
