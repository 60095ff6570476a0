-- What somebody has typed into a form and not sent yet. It goes with the task, whoever ends it and however.
create table task_draft (
    task   varchar(64)     not null references open_task (id) on delete cascade,
    person varchar(64)     not null,
    typed  varchar(100000) not null,
    primary key (task, person)
);

-- The same of the form that starts a process, which has no task yet: it goes with the start, or when nobody has gone on with it.
create table start_draft (
    process varchar(100)    not null,
    person  varchar(64)     not null,
    typed   varchar(100000) not null,
    at      timestamp with time zone not null,
    primary key (process, person)
);
