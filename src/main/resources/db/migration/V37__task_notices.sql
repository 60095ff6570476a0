-- Whether those who may do an open task have been told that it waits for them; what is open by now needs no notice any more.
alter table open_task add column told boolean default true not null;
alter table open_task alter column told set default false;
create index open_task_told on open_task (told, id);
