-- Where parties are paid and pay from, and what they were given as files for their banks. Nothing here is overwritten: an account is
-- decided on once, an order withdrawn once.
create table bank_account (
    id         bigint generated always as identity primary key,
    party      char(2)      not null references party (code),
    name       varchar(70)  not null,
    iban       varchar(34)  not null,
    bic        varchar(11)  not null,
    from_day   date         not null,
    entered_by varchar(64)  not null,
    entered_at timestamp with time zone not null,
    decided_by varchar(64),
    decided_at timestamp with time zone,
    confirmed  boolean
);
create index bank_account_of_party on bank_account (party, id);

create table payment_order (
    id            bigint generated always as identity primary key,
    party         char(2)     not null references party (code),
    execution_day date        not null,
    ordered_by    varchar(64) not null,
    ordered_at    timestamp with time zone not null,
    withdrawn_by  varchar(64),
    withdrawn_at  timestamp with time zone,
    withdrawn_for varchar(20)
);
create index payment_order_of_party on payment_order (party, id);

create table payment_order_line (
    order_id     bigint      not null references payment_order (id),
    transfer_id  bigint      not null references transfer (id),
    creditor     char(2)     not null,
    amount_minor bigint      not null,
    currency     char(3)     not null,
    primary key (order_id, transfer_id)
);
create index payment_order_of_transfer on payment_order_line (transfer_id);

-- As it was given out.
create table payment_order_file (
    order_id bigint   primary key references payment_order (id),
    sha256   char(64) not null,
    content  text     not null
);
