-- Secret addresses at which a calendar program reads what concerns one person, of all their flights or of one: of the secret only
-- the SHA-256 is here. Revoked, it is gone.
create table calendar_feed (
    id        bigint generated always as identity primary key,
    hash      char(64)    not null unique,
    person    varchar(64) not null,
    reference varchar(20) references flight (reference),
    made_at   timestamp with time zone not null
);
create index calendar_feed_of_person on calendar_feed (person);
create index calendar_feed_of_flight on calendar_feed (reference);
