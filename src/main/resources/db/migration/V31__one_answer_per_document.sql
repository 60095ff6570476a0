-- Two answers of one person to one document at the same moment: the second finds the first in its way. The document is
-- the state whose financial decision is signed, or * for the plan.
alter table signature add column document varchar(2);
update signature set document = case when role like 'DECISION%' then party else '*' end;
alter table signature alter column document set not null;
create unique index one_answer_per_document on signature (reference, version, person, document);
