-- What a party says it really paid. Written once; a claim that was wrong is withdrawn and entered anew.
create table claim (
    id             bigint generated always as identity primary key,
    reference      varchar(20)   not null references flight (reference),
    claimant       char(2)       not null,
    kind           varchar(20)   not null,
    budget_line    integer,
    category       varchar(40)   not null,
    description    varchar(1000) not null,
    amount_minor   bigint        not null,
    currency       char(3)       not null,
    entered_by     varchar(64)   not null,
    entered_at     timestamp with time zone not null,
    conversion     bigint        references conversion (id),
    eligible_minor bigint,
    by_clause      boolean,
    certify_reason varchar(1000),
    certified_by   varchar(64),
    certified_at   timestamp with time zone,
    withdrawn_for  varchar(1000),
    foreign key (reference, budget_line) references budget_line (reference, position)
);
create index claim_of_flight on claim (reference, id);

-- A claim without a row here has no voucher. That no voucher counts twice is checked when a claim is entered.
create table voucher (
    claim_id bigint       primary key references claim (id),
    number   varchar(200) not null,
    dated    date         not null
);

-- Who is asked for actual costs at present.
create table claim_request (
    reference varchar(20) not null references flight (reference),
    party     char(2)     not null,
    primary key (reference, party)
);

-- What the parties sign when they sign the accounts: canonical JSON of the postings and its SHA-256.
create table account_statement (
    reference   varchar(20) not null references flight (reference),
    version     integer     not null,
    computed_at timestamp with time zone not null,
    content     text        not null,
    hash        char(64)    not null,
    primary key (reference, version)
);

-- The hash is that of the content that was answered to.
create table statement_answer (
    id        bigint generated always as identity primary key,
    reference varchar(20)   not null,
    version   integer       not null,
    party     char(2)       not null,
    objection varchar(1000),
    reply     varchar(1000),
    actor     varchar(64)   not null,
    at        timestamp with time zone not null,
    hash      char(64)      not null,
    foreign key (reference, version) references account_statement (reference, version)
);

create table transfer (
    id           bigint generated always as identity primary key,
    reference    varchar(20) not null references flight (reference),
    fund         varchar(20) not null,
    debtor       char(2)     not null,
    creditor     char(2)     not null,
    amount_minor bigint      not null,
    currency     char(3)     not null
);
create index transfer_of_flight on transfer (reference, id);

create table payment (
    transfer_id    bigint       primary key references transfer (id),
    value_date     date         not null,
    bank_reference varchar(200) not null,
    confirmed_by   varchar(64)  not null,
    confirmed_at   timestamp with time zone not null
);

-- A creditor renounces in writing.
create table waiver (
    transfer_id bigint        primary key references transfer (id),
    letter      varchar(200)  not null,
    dated       date          not null,
    reason      varchar(1000) not null,
    waived_by   varchar(64)   not null,
    waived_at   timestamp with time zone not null
);

-- Never changed: what was wrong is reversed by its exact opposite. The reason is a key of the message bundles, the
-- arguments are what fills its gaps.
create table posting (
    reference     varchar(20)   not null references flight (reference),
    number        integer       not null,
    statement     integer       not null,
    claim_id      bigint        references claim (id),
    transfer_id   bigint        references transfer (id),
    fund          varchar(20)   not null,
    kind          varchar(20)   not null,
    party         char(2)       not null,
    amount_minor  bigint        not null,
    currency      char(3)       not null,
    exact         varchar(4000) not null,
    weights       varchar(4000) not null,
    reason        varchar(80)   not null,
    arguments     text          not null,
    reverses      integer,
    primary key (reference, number),
    unique (reference, reverses)
);

-- Fractions of a cent that final postings left over: one account per currency and exact set of parties, which are those
-- that have a balance in it. Fractions are text, numerator/denominator, because they are exact and grow.
create table carry_account (
    id       bigint generated always as identity primary key,
    currency char(3) not null
);

create table carry (
    account bigint  not null references carry_account (id),
    party   char(2) not null,
    balance text    not null,
    primary key (account, party)
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

-- The shares that a carry came into or goes on from.
create table final_share (
    reference    varchar(20)   not null references final_posting (reference),
    ordinal      integer       not null,
    claim_id     bigint        not null references claim (id),
    party        char(2)       not null,
    exact        text          not null,
    signed_minor bigint        not null,
    posted_minor bigint        not null,
    currency     char(3)       not null,
    carry_before text          not null,
    primary key (reference, ordinal)
);

-- The parties of the account that a final share went through. None: floors and caps keep it out of every account.
create table final_share_party (
    reference varchar(20) not null,
    ordinal   integer     not null,
    party     char(2)     not null,
    primary key (reference, ordinal, party),
    foreign key (reference, ordinal) references final_share (reference, ordinal)
);
