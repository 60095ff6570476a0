-- What a fund may promise a state for its flights of one year. Never changed: the newest row holds.
create table appropriation (
    id           bigint generated always as identity primary key,
    fund         varchar(20) not null,
    budget_year  integer     not null,
    beneficiary  char(2)     not null,
    amount_minor bigint      not null,
    entered_by   varchar(64) not null,
    entered_at   timestamp with time zone not null
);
create index appropriation_of_year on appropriation (budget_year, fund, beneficiary, id);

-- A year's accounts, asked to be closed by one person and closed by another; what it was closed with is never changed.
create table closed_year (
    budget_year integer     primary key,
    postings    bigint      not null,
    hash        char(64)    not null,
    asked_by    varchar(64) not null,
    asked_at    timestamp with time zone not null,
    closed_by   varchar(64),
    closed_at   timestamp with time zone,
    constraint closed_year_whole check ((closed_by is null) = (closed_at is null))
);

create table closed_balance (
    budget_year  integer     not null references closed_year (budget_year),
    party        char(2)     not null,
    fund         varchar(20) not null,
    currency     char(3)     not null,
    amount_minor bigint      not null,
    primary key (budget_year, party, fund, currency)
);

-- A year's postings are read by when they were made.
create index posting_of_year on posting (booked_at, reference, number);
