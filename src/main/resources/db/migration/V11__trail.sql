-- What happened, who did it and when: written once, never changed. The sentence is a key of the message bundles.
-- The party is the one that it concerns, actor_party the one that its actor worked for then.
create table trail (
    id          bigint generated always as identity primary key,
    reference   varchar(20)   not null references flight (reference),
    at          timestamp with time zone not null,
    actor       varchar(64)   not null,
    actor_party char(2),
    party       char(2),
    code        varchar(80)   not null,
    arguments   varchar(4000) not null
);
create index trail_of_flight on trail (reference, id);
