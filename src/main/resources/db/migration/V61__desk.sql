-- When everybody looked at their first page last, and when the visit before that one ended (null during the first): what has happened since is new to them.
create table desk_visit (
    person     varchar(64) primary key,
    before_it  timestamp with time zone,
    last_visit timestamp with time zone not null
);

-- The language that somebody has chosen, whatever computer they sit at.
create table person_language (
    person   varchar(64) primary key,
    language varchar(2)  not null
);

-- What has happened on all flights since then is read from the newest back.
create index trail_of_time on trail (at, id);
