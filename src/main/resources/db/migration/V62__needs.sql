-- How many people a state expects to return in a month, by destination: counts, and nothing about anybody. Of a state, month and
-- destination the newest row counts, and none if it says 0; the rows before it tell how it came about.
create table need (
    id           bigint generated always as identity primary key,
    party        char(2)     not null,
    needed_month date        not null,
    destination  char(3)     not null,
    embarkation  char(3)     not null,
    persons      integer     not null check (persons >= 0),
    entered_by   varchar(64) not null,
    entered_at   timestamp with time zone not null
);
create index need_of_month on need (needed_month, destination, party, id);
