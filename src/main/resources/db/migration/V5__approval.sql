-- What is signed: canonical JSON, its SHA-256, and the SHA-256 of the part that binds after the commitment date. No
-- answer to a version is of a later moment than the one at which it was made void. Why that was is a key of the message
-- bundles with what fills its gaps, as JSON.
create table plan_version (
    reference    varchar(20) not null references flight (reference),
    number       integer     not null,
    content      text        not null,
    hash         char(64)    not null,
    binding_hash char(64)    not null,
    total        bigint      not null,
    currency     char(3)     not null,
    frozen       timestamp with time zone not null,
    route        varchar(40),
    committed    timestamp with time zone,
    voided       timestamp with time zone,
    voided_for   text,
    primary key (reference, number)
);

create table plan_version_seats (
    reference    varchar(20) not null,
    number       integer     not null,
    party        char(2)     not null,
    returnees    integer     not null,
    escorts      integer     not null,
    medical      integer     not null,
    interpreters integer     not null,
    monitors     integer     not null,
    others       integer     not null,
    primary key (reference, number, party),
    foreign key (reference, number) references plan_version (reference, number)
);

-- One person's answer to one version. Written once; afterwards it can only become void. The document is the state whose
-- financial decision is signed, or * for the plan: of two answers of one person to it at the same moment, the second finds
-- the first in its way.
create table signature (
    id         bigint generated always as identity primary key,
    reference  varchar(20) not null,
    version    integer     not null,
    hash       char(64)    not null,
    role       varchar(30) not null,
    party      char(2),
    person     varchar(64) not null,
    at         timestamp with time zone not null,
    refused    boolean     not null,
    reason     varchar(1000),
    voided_for text,
    document   varchar(2)  not null,
    foreign key (reference, version) references plan_version (reference, number)
);
create index signature_of_version on signature (reference, version);
create unique index one_answer_per_document on signature (reference, version, person, document);
