-- Of how many people a confirmation is true: who was handed the complaint form, whose needs are known. Nothing for answers before.
alter table gate_answer add column evidence_people integer;

-- How many of those handed over had their property back against a receipt. Nothing for hand-overs before.
alter table hand_over add column with_property integer;
