-- How many units of a currency one euro bought in a month; the figure is text because it is kept exactly as published.
create table exchange_rate (
    currency       char(3)      not null,
    rate_month     char(7)      not null,
    units_per_euro varchar(30)  not null,
    source         varchar(200) not null,
    entered_by     varchar(64)  not null,
    at             timestamp with time zone not null,
    primary key (currency, rate_month)
);

-- One cost of a flight; what was removed stays, so that its number is never used again. Amounts are in the smallest unit of
-- currency; named lists who shares it by name, and is empty where all that take part do; sharers is that as last resolved.
-- The conversion is empty until the first split.
create table budget_line (
    reference       varchar(20)   not null references flight (reference),
    position        integer       not null,
    description     varchar(100)  not null,
    category        varchar(40)   not null,
    currency        char(3)       not null,
    net             bigint        not null,
    vat             bigint        not null,
    vat_recoverable boolean       not null,
    payer           char(2)       not null,
    named           varchar(400)  not null,
    sharers         varchar(400)  not null,
    sharing_key     varchar(40)   not null,
    left_out        boolean       not null default false,
    removed         boolean       not null default false,
    assumed         varchar(1000),
    euro            bigint,
    rate_rule       varchar(40),
    primary key (reference, position)
);

-- The rates of a line's conversion: none for an amount in euro, several where the rule is an average.
create table budget_line_rate (
    reference      varchar(20)  not null,
    position       integer      not null,
    rate_month     char(7)      not null,
    units_per_euro varchar(30)  not null,
    source         varchar(200) not null,
    primary key (reference, position, rate_month),
    foreign key (reference, position) references budget_line (reference, position) on delete cascade
);

-- Each division of a flight's costs: only its status ever changes. Input and guarantees are JSON.
create table cost_split (
    reference  varchar(20) not null references flight (reference),
    number     integer     not null,
    round      integer     not null,
    status     varchar(20) not null,
    input      text        not null,
    guarantees text        not null,
    at         timestamp with time zone not null,
    primary key (reference, number)
);

-- What a party bears of an item: cents, the exact share before rounding in cents, and why, in words.
create table share (
    reference   varchar(20)  not null,
    number      integer      not null,
    ordinal     integer      not null,
    item        varchar(120) not null,
    party       char(2)      not null,
    cents       bigint       not null,
    numerator   text         not null,
    denominator text         not null,
    reason_en   text         not null,
    reason_fr   text         not null,
    primary key (reference, number, item, party),
    foreign key (reference, number) references cost_split (reference, number)
);

create table share_answer (
    reference varchar(20)  not null,
    number    integer      not null,
    party     char(2)      not null,
    accepted  boolean      not null,
    reason    varchar(1000),
    actor     varchar(64)  not null,
    at        timestamp with time zone not null,
    primary key (reference, number, party),
    foreign key (reference, number) references cost_split (reference, number)
);
