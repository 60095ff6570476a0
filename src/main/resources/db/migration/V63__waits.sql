-- How long a flight waited for somebody: added when a task that was open is done, or is ended by something else. party is
-- that of the groups who might do it, if it is one and the same; tasks of which only they know are not in it. Flights that
-- were under way before this table was there have only what ended since.
-- Whoever ends a task while somebody else does writes it too, before one of them is told that they came too late: nothing here
-- refuses the second row, which goes with all else that they did.
create table task_wait (
    id        bigint generated always as identity primary key,
    task_id   varchar(64)  not null,
    reference varchar(20)  not null references flight (reference),
    task      varchar(100) not null,
    party     char(2),
    since     timestamp with time zone not null,
    due       timestamp with time zone,
    ended     timestamp with time zone not null
);
create index task_wait_of_flight on task_wait (reference);
