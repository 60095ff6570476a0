-- Transfers of several flights that are settled together by fewer payments, once everybody concerned has signed it. Of what was signed
-- nothing is changed; a netting ends once.
create table netting (
    id          bigint generated always as identity primary key,
    sign_by     date        not null,
    pay_by      date        not null,
    proposed_by varchar(64) not null,
    proposed_at timestamp with time zone not null,
    content     text        not null,
    hash        char(64)    not null,
    agreed_at   timestamp with time zone,
    ended_why   varchar(20),
    ended_by    varchar(64),
    ended_at    timestamp with time zone
);

create table netted_transfer (
    netting     bigint not null references netting (id),
    transfer_id bigint not null references transfer (id),
    primary key (netting, transfer_id)
);
create index netting_of_transfer on netted_transfer (transfer_id);

-- What is paid instead of the transfers.
create table net_payment (
    id             bigint generated always as identity primary key,
    netting        bigint      not null references netting (id),
    fund           varchar(20) not null,
    debtor         char(2)     not null,
    creditor       char(2)     not null,
    amount_minor   bigint      not null,
    currency       char(3)     not null,
    value_date     date,
    bank_reference varchar(200),
    confirmed_by   varchar(64),
    confirmed_at   timestamp with time zone
);
create index net_payment_of_netting on net_payment (netting);

create table netting_signature (
    netting   bigint      not null references netting (id),
    party     char(2)     not null,
    signed_by varchar(64) not null,
    signed_at timestamp with time zone not null,
    hash      char(64)    not null,
    primary key (netting, party)
);

-- A transfer that was settled in a netting has no bank reference of its own.
alter table payment add column netting bigint references netting (id);
