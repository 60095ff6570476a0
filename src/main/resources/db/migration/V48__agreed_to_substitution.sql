-- When whoever is named as having agreed to a substitution has said so: before that nobody acts in it. Those of before were
-- entered by a rule that did not ask; they go on until they end.
alter table substitution add column agreed_at timestamp with time zone;
update substitution set agreed_at = starts;
