-- What flights wait for, beside the flights: a list of ten thousand is then chosen and sorted without the engine's tables.
create table open_task (
    id           varchar(64)  not null primary key,
    reference    varchar(20)  not null references flight (reference),
    task         varchar(100) not null,
    since        timestamp with time zone not null,
    due          timestamp with time zone,
    claimed_by   varchar(64),
    ended_by_act boolean      not null
);
create index open_task_reference on open_task (reference);
create index open_task_due on open_task (due);

-- Who may do it; the party is that of the group, if it has one.
create table open_task_group (
    id       varchar(64)  not null references open_task (id) on delete cascade,
    group_id varchar(64)  not null,
    party    char(2),
    primary key (id, group_id)
);
create index open_task_group_group on open_task_group (group_id);

-- Automatic steps that have failed, by the engine's job.
create table failed_step (
    job       varchar(64) not null primary key,
    reference varchar(20) not null references flight (reference)
);
create index failed_step_reference on failed_step (reference);
