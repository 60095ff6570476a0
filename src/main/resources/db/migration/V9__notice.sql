-- Messages to people; sent by mail where a server is set, and shown on the flight's page in any case. A notice
-- may be about no flight. Whoever sends one first takes it until next_try, so that nobody else sends it too.
create table outbox (
    id        bigint generated always as identity primary key,
    reference varchar(20),
    recipient varchar(64)   not null,
    code      varchar(80)   not null,
    arguments varchar(4000) not null,
    created   timestamp with time zone not null,
    sent      timestamp with time zone,
    next_try  timestamp with time zone,
    once      varchar(200)  not null unique
);
