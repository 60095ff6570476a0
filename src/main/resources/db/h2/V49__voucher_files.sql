-- The files of vouchers, beside the claims that they show. Name and bytes go when a file is taken away, and when the term of
-- accounting evidence is over; hash and size stay. The databases have no common type for ten megabytes.
create table voucher_file (
    id            bigint generated always as identity primary key,
    reference     varchar(20)  not null references flight (reference),
    claim_id      bigint       not null references claim (id),
    name          varchar(100) not null,
    kind          varchar(20)  not null,
    size_in_bytes integer      not null,
    sha256        char(64)     not null,
    scan          varchar(20)  not null,
    added_by      varchar(64)  not null,
    added_at      timestamp with time zone not null,
    taken_by      varchar(64),
    taken_at      timestamp with time zone
);
create index voucher_file_of_flight on voucher_file (reference, id);
create index voucher_file_of_claim on voucher_file (claim_id);

create table voucher_file_content (
    file      bigint primary key references voucher_file (id),
    reference varchar(20) not null references flight (reference),
    content   blob not null
);
create index voucher_file_content_of_flight on voucher_file_content (reference);

-- What an XML invoice says of itself.
create table voucher_invoice (
    file          bigint primary key references voucher_file (id),
    number        varchar(200) not null,
    dated         date         not null,
    currency      char(3)      not null,
    payable_minor bigint       not null,
    total_minor   bigint,
    seller        varchar(100)
);

-- By what a voucher is known again on another claim of any flight (VoucherMark says how). Once a claim is certified it holds its
-- marks, and nobody else can: of two that are certified at the same moment this index lets one through.
create table voucher_mark (
    claim_id bigint       not null references claim (id),
    mark     varchar(700) not null,
    held     varchar(700),
    primary key (claim_id, mark)
);
create index voucher_mark_is on voucher_mark (mark);
create unique index voucher_mark_held on voucher_mark (held);

insert into voucher_mark (claim_id, mark)
select c.id, 'WORDS|' || c.claimant || '|' || coalesce(nullif(regexp_replace(upper(v.number), '[^\p{L}\p{N}]', ''), ''), upper(trim(v.number))) || '|'
    || cast(v.dated as varchar) || '|' || cast(c.amount_minor as varchar) || '|' || c.currency
from claim c join voucher v on v.claim_id = c.id
where c.kind = 'COST';
