-- Who completed which task: the preparers of a version, and what a second person is told who came too late.
create table completed_task (
    task_id    varchar(64) primary key,
    task       varchar(80) not null,
    reference  varchar(20) not null,
    party      char(2),
    actor      varchar(64) not null,
    at         timestamp with time zone not null
);
create index completed_task_of_flight on completed_task (reference, at);
