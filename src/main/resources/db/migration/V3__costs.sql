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

-- An amount that became euro: by which rule, and at which rates (none for an amount in euro, several where the rule is an
-- average). Amounts are in the smallest unit of their currency.
create table conversion (
    id       bigint generated always as identity primary key,
    amount   bigint      not null,
    currency char(3)     not null,
    euro     bigint      not null,
    rule     varchar(40) not null
);

create table conversion_rate (
    conversion     bigint       not null references conversion (id) on delete cascade,
    rate_month     char(7)      not null,
    units_per_euro varchar(30)  not null,
    source         varchar(200) not null,
    primary key (conversion, rate_month)
);

-- One cost of a flight; what was removed stays, so that its number is never used again. The conversion is empty until the
-- first split.
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
    sharing_key     varchar(40)   not null,
    left_out        boolean       not null default false,
    removed         boolean       not null default false,
    assumed         varchar(1000),
    conversion      bigint        references conversion (id),
    primary key (reference, position)
);

-- Who shares a line: named says by name (a line that names nobody is for all that take part), sharing as last resolved.
create table budget_line_party (
    reference varchar(20) not null,
    position  integer     not null,
    party     char(2)     not null,
    named     boolean     not null,
    sharing   boolean     not null,
    primary key (reference, position, party),
    foreign key (reference, position) references budget_line (reference, position)
);

-- Each division of a flight's costs: only its status ever changes. Input is JSON that only the application looks into;
-- guarantees are sentences, keys of the message bundles with what fills their gaps.
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

-- What a party bears of an item: cents, the exact share before rounding in cents, and why: a key of the message bundles
-- and what fills its gaps. The item is the number of the budget line.
create table share (
    reference   varchar(20)  not null,
    number      integer      not null,
    ordinal     integer      not null,
    item        integer      not null,
    party       char(2)      not null,
    cents       bigint       not null,
    numerator   text         not null,
    denominator text         not null,
    reason      varchar(80)  not null,
    arguments   text         not null,
    primary key (reference, number, item, party),
    foreign key (reference, number) references cost_split (reference, number),
    foreign key (reference, item) references budget_line (reference, position)
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
