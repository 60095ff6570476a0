-- What the services of a flight write to one another: entries are added and never changed, but for what was said, which is
-- erased with the other texts. An answer names the message at the head of its thread.
create table log_entry (
    id           bigint generated always as identity primary key,
    reference    varchar(20)   not null references flight (reference),
    answers      bigint references log_entry (id),
    author       varchar(64)   not null,
    author_group varchar(64)   not null,
    written_at   timestamp with time zone not null,
    addressed    varchar(20)   not null,
    said         varchar(1000) not null
);
create index log_entry_of_flight on log_entry (reference, id);
create index log_entry_answering on log_entry (answers);

-- To whom a message goes that does not go to all.
create table log_addressee (
    entry bigint  not null references log_entry (id),
    party char(2) not null,
    primary key (entry, party)
);

-- What is known of a file; its hash stays when its name and its bytes are erased.
create table log_file (
    entry         bigint primary key references log_entry (id),
    reference     varchar(20)  not null references flight (reference),
    name          varchar(100) not null,
    kind          varchar(20)  not null,
    size_in_bytes integer      not null,
    sha256        char(64)     not null,
    scan          varchar(20)  not null
);
create index log_file_of_flight on log_file (reference);

-- Who has read what, and when first.
create table log_reading (
    entry   bigint      not null references log_entry (id),
    person  varchar(64) not null,
    read_at timestamp with time zone not null,
    primary key (entry, person)
);
