-- When an open task is told of: to those who may do it before it is due, to others when nobody has done it.
alter table open_task add column remind_at timestamp with time zone;
alter table open_task add column escalate_at timestamp with time zone;
alter table open_task add column goes_on boolean default false not null;
create index open_task_remind_at on open_task (remind_at);
create index open_task_escalate_at on open_task (escalate_at);
