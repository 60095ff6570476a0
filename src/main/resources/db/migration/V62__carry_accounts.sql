-- Fractions of a cent that final postings left over: one account per currency and exact set of parties (their codes in
-- order, separated by spaces). Fractions are text, numerator/denominator, because they are exact and grow.
create table carry (
    currency char(3)      not null,
    parties  varchar(400) not null,
    party    char(2)      not null,
    balance  text         not null,
    primary key (currency, parties, party)
);

-- Whoever posts finally locks this one row first, so that no two flights use the same carry.
create table carry_lock (
    id integer primary key
);
insert into carry_lock (id) values (1);

-- A flight's shares are finally posted once.
create table final_posting (
    reference varchar(20) primary key references flight (reference),
    statement integer     not null,
    posted_at timestamp with time zone not null
);

-- The shares that a carry came into or goes on from. No parties: floors and caps keep the share out of every account.
create table final_share (
    reference    varchar(20)   not null references final_posting (reference),
    ordinal      integer       not null,
    claim_id     bigint        not null references claim (id),
    item         varchar(1100) not null,
    party        char(2)       not null,
    parties      varchar(400)  not null,
    exact        text          not null,
    signed_minor bigint        not null,
    posted_minor bigint        not null,
    currency     char(3)       not null,
    carry_before text          not null,
    primary key (reference, ordinal)
);
