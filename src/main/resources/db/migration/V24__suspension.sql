-- Each time a flight was suspended, with the fundamental-rights officer's advice on resuming it. Whether it is suspended now, and why,
-- stands with the flight: one that is cancelled rests no longer, though nobody resumed it. What the advice says was typed: few read it.
create table suspension (
    reference    varchar(20) not null references flight (reference),
    number       integer     not null,
    at           timestamp with time zone not null,
    suspended_by varchar(64) not null,
    in_favour    boolean,
    advice       varchar(1000),
    advised_by   varchar(64),
    advised_at   timestamp with time zone,
    resumed_at   timestamp with time zone,
    resumed_by   varchar(64),
    primary key (reference, number)
);

-- Those that are suspended now, as their trail tells it: nobody has been asked for advice on them.
insert into suspension (reference, number, at, suspended_by)
select f.reference, 1, t.at, t.actor
from flight f
join trail t on t.id = (select max(s.id) from trail s where s.reference = f.reference and s.code = 'trail.suspended')
where f.suspended_for is not null;
