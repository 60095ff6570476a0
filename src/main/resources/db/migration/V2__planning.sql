-- Of the quote taken there is a reason where its price was not reason enough.
-- entered: a state that had withdrawn by then is not shown the quote.
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
    chosen         boolean      not null,
    chosen_because varchar(1000),
    entered        timestamp with time zone not null,
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
