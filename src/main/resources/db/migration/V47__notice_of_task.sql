-- The task that a notice is about, which a mail of it leads to, and who wrote what it tells of, who gets no mail of it.
alter table outbox add column task varchar(64);
alter table outbox add column author varchar(64);
