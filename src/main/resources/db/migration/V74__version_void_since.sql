-- When a version was made void: no answer to it can be of a later moment. Of those before, only the reason was kept.
alter table plan_version add column voided timestamp with time zone;
