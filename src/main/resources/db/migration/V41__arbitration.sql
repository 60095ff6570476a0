-- What the arbiter decided about a version of the accounts: canonical JSON and its SHA-256. The reasons are the reply to the objections.
create table arbitration (
    reference  varchar(20)  not null,
    version    integer      not null,
    decision   varchar(20)  not null,
    claim_id   bigint       references claim (id),
    objectors  varchar(200) not null,
    decided_by varchar(64)  not null,
    decided_at timestamp with time zone not null,
    content    text         not null,
    hash       char(64)     not null,
    primary key (reference, version),
    foreign key (reference, version) references account_statement (reference, version)
);
create index arbitration_hash on arbitration (hash);
