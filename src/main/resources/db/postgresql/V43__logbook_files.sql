-- The bytes of files in flights' logs, by themselves: lists do not read them, and erasing them deletes the row. The databases
-- have no common type for ten megabytes.
create table log_file_content (
    entry     bigint primary key references log_file (entry),
    reference varchar(20) not null references flight (reference),
    content   bytea not null
);
create index log_file_content_of_flight on log_file_content (reference);
