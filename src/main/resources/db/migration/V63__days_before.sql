-- How many days before the departure that was planned then a state withdrew. Of those that withdrew before this was kept
-- only the moment is known.
alter table participation add column days_before integer;
