-- What an hour of an aircraft type counts from a day on, in equivalent flying hours. Never changed: of the latest day that has come
-- the newest row holds.
create table aircraft_factor (
    id            bigint generated always as identity primary key,
    aircraft_type varchar(4)   not null,
    factor        varchar(20)  not null,
    valid_from    date         not null,
    source        varchar(200) not null,
    entered_by    varchar(64)  not null,
    entered_at    timestamp with time zone not null
);
create index factor_of_type on aircraft_factor (aircraft_type, valid_from, id);

-- Hours of a flight with a state's own aircraft, or the opposite of such. Nothing of these five tables is changed or deleted.
create table hours_exchange (
    id             bigint generated always as identity primary key,
    reference      varchar(20) not null references flight (reference),
    number         integer     not null,
    provider       char(2)     not null,
    factor_id      bigint      not null references aircraft_factor (id),
    flown_minutes  integer     not null,
    logged_minutes integer,
    reverses       bigint references hours_exchange (id),
    letter         varchar(200),
    entered_for    char(2)     not null,
    entered_by     varchar(64) not null,
    entered_at     timestamp with time zone not null,
    constraint hours_of_flight unique (reference, number)
);
create index reversal_of_hours on hours_exchange (reverses);

-- What each party received, in thousandths, and for how many seats.
create table hours_share (
    exchange    bigint  not null references hours_exchange (id),
    party       char(2) not null,
    seats       integer not null,
    thousandths bigint  not null,
    primary key (exchange, party)
);

-- A party agrees, or refuses for a cause of the list.
create table hours_answer (
    exchange    bigint      not null references hours_exchange (id),
    party       char(2)     not null,
    refused_for varchar(20),
    letter      varchar(200),
    answered_by varchar(64) not null,
    answered_at timestamp with time zone not null,
    primary key (exchange, party)
);

create table hours_withdrawal (
    exchange     bigint      primary key references hours_exchange (id),
    withdrawn_by varchar(64) not null,
    withdrawn_at timestamp with time zone not null
);

-- The accounts in hours: above zero is given, below received. They hold no money, and no account of money holds hours.
create table hours_posting (
    exchange    bigint      not null references hours_exchange (id),
    party       char(2)     not null,
    kind        varchar(10) not null,
    thousandths bigint      not null,
    booked_year integer     not null,
    booked_at   timestamp with time zone not null,
    primary key (exchange, party, kind)
);
create index hours_of_year on hours_posting (booked_year, party, kind);
