-- Whoever sends a notice first takes it for a while, so that nobody else sends it too; afterwards it is tried again.
alter table outbox add column next_try timestamp with time zone;
