-- A sample of certified claims: period, size, seed and the SHA-256 of what it was drawn from stay on record, so that whoever has
-- the same claims draws the same ones. Nothing here is changed or deleted.
create table audit_sample (
    id               bigint generated always as identity primary key,
    from_day         date        not null,
    to_day           date        not null,
    draws            integer     not null,
    seed             varchar(40) not null,
    population       integer     not null,
    population_minor bigint      not null,
    population_hash  char(64)    not null,
    drawn_by         varchar(64) not null,
    drawn_at         timestamp with time zone not null
);

create table sampled_claim (
    sample         bigint      not null references audit_sample (id),
    claim_id       bigint      not null references claim (id),
    reference      varchar(20) not null references flight (reference),
    claimant       char(2)     not null,
    eligible_minor bigint      not null,
    draws          integer     not null,
    primary key (sample, claim_id)
);

create index sampled_claim_of_flight on sampled_claim (reference);

-- What was found, the newest last; the cause is one of a list.
create table sample_finding (
    id          bigint generated always as identity primary key,
    sample      bigint      not null,
    claim_id    bigint      not null,
    wrong_minor bigint      not null,
    cause       varchar(40),
    found_by    varchar(64) not null,
    found_at    timestamp with time zone not null,
    foreign key (sample, claim_id) references sampled_claim (sample, claim_id)
);
create index finding_of_sample on sample_finding (sample, id);

-- The claims of a period are asked for by the day of their certificate.
create index claim_certified on claim (certified_at);
