-- The statements of parties' banks, each entry with what became of it. Of who paid and what they wrote nothing is kept, and what an
-- entry names only where it is one of our transfers.
create table bank_statement (
    id           bigint generated always as identity primary key,
    party        char(2)     not null references party (code),
    sha256       char(64)    not null,
    number       varchar(50) not null,
    account      varchar(34) not null,
    entered_by   varchar(64) not null,
    entered_at   timestamp with time zone not null
);
create index bank_statement_of_file on bank_statement (party, sha256);
create index bank_statement_is on bank_statement (party, account, number);

create table bank_entry (
    id              bigint generated always as identity primary key,
    statement_id    bigint         not null references bank_statement (id),
    party           char(2)        not null,
    entry           integer        not null,
    part            integer        not null,
    entry_ref       varchar(35)    not null,
    part_ref        varchar(35)    not null,
    end_to_end      varchar(35)    not null,
    amount          numeric(24, 5) not null,
    currency        varchar(3)     not null,
    value_day       date,
    flaw            varchar(30),
    finding         varchar(30)    not null,
    said            varchar(4000),
    dealt_by        varchar(64),
    dealt_at        timestamp with time zone,
    outcome         varchar(30)
);
create unique index bank_entry_of_statement on bank_entry (statement_id, entry, part);
create index bank_entry_of_party on bank_entry (party, finding, dealt_by);
