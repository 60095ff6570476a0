-- What the European Central Bank applies to its principal refinancing operations on the first day of a month, in percent as published.
-- Never changed.
create table reference_rate (
    rate_month char(7)      primary key,
    percent    varchar(20)  not null,
    source     varchar(200) not null,
    entered_by varchar(64)  not null,
    at         timestamp with time zone not null
);

-- What is recovered because of a finding; a finding is recovered once. Nothing here is changed or deleted.
create table recovery_order (
    id           bigint generated always as identity primary key,
    reference    varchar(20) not null references flight (reference),
    finding      bigint      not null unique references sample_finding (id),
    announced_by varchar(64) not null,
    announced_at timestamp with time zone not null,
    answer_by    date        not null
);
create index recovery_of_flight on recovery_order (reference, id);

-- What the claimant says before it is decided.
create table recovery_answer (
    recovery    bigint       primary key references recovery_order (id),
    contested   boolean      not null,
    letter      varchar(200) not null,
    answered_by varchar(64)  not null,
    answered_at timestamp with time zone not null
);

-- Issued or dropped. The postings of an order are those from the first to the last number; they follow from the accounts without what
-- was found wrong.
create table recovery_decision (
    recovery      bigint       primary key references recovery_order (id),
    issued        boolean      not null,
    letter        varchar(200) not null,
    decided_by    varchar(64)  not null,
    decided_at    timestamp with time zone not null,
    due           date,
    first_posting integer      not null,
    last_posting  integer      not null
);

-- Transfers that follow from an order and not from the signed accounts.
create table recovery_transfer (
    transfer_id bigint primary key references transfer (id),
    recovery    bigint not null references recovery_order (id)
);
create index transfer_of_recovery on recovery_transfer (recovery);
