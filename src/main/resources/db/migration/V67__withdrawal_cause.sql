-- Why a state withdrew, one of a list; null for one that withdrew before there was a list. Unlike the reason it says nothing of a
-- person, and is not erased.
alter table participation add column cause varchar(20);
