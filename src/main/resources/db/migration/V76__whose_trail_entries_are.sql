-- Whose an entry of the trail is: the party that it concerns, and the party that its actor worked for then. Both are set
-- when it is written. Of entries before, only what is stored beyond doubt; the rest is read by those who see everything.
alter table trail add column party char(2);
alter table trail add column actor_party char(2);

-- The sentence itself begins with the party. Everybody reads of a withdrawal; the party that withdrew, also afterwards.
update trail set party = substring(arguments, 3, 2)
where code in ('trail.declared', 'trail.declined', 'trail.notAnswered', 'trail.withdrawn', 'trail.acknowledged',
        'trail.gate.CONFIRMED', 'trail.gate.STOP', 'trail.takenOff', 'trail.boarded', 'trail.keptAboard',
        'trail.handedOver', 'trail.share.accepted', 'trail.share.objected', 'trail.ceiling', 'trail.accounts.claimed',
        'trail.accounts.claimsComplete', 'trail.accounts.signed', 'trail.accounts.objected', 'trail.accounts.paid')
    and arguments like '["__"%'
    and substring(arguments, 3, 2) in (select code from party);

-- The party stands after one short value: a claim's number, a signing role, or another party.
update trail set party = substring(arguments, position('","' in arguments) + 3, 2)
where code in ('trail.accounts.corrected', 'trail.accounts.waived')
    and substring(arguments, position('","' in arguments) + 3, 2) in (select code from party);
update trail set party = substring(arguments, position(']},"' in arguments) + 4, 2)
where code in ('trail.signed', 'trail.refused')
    and substring(arguments, position(']},"' in arguments) + 4, 2) in (select code from party);

-- It stands last.
update trail set party = substring(arguments, char_length(arguments) - 3, 2)
where code = 'trail.accounts.certified'
    and arguments like '%,"__"]'
    and substring(arguments, char_length(arguments) - 3, 2) in (select code from party);

-- A carrier's fee is claimed by whoever signed the charter, which is the organiser.
update trail set party = (select organiser from flight where flight.reference = trail.reference)
where code = 'trail.accounts.penalty';

-- Only the creditor settles a transfer.
update trail set actor_party = substring(arguments, position('","' in arguments) + 3, 2)
where code = 'trail.accounts.paid'
    and substring(arguments, position('","' in arguments) + 3, 2) in (select code from party);
update trail set actor_party = substring(arguments, 3, 2)
where code = 'trail.accounts.waived' and substring(arguments, 3, 2) in (select code from party);

-- What only the organiser, or only Frontex, does.
update trail set actor_party = (select organiser from flight where flight.reference = trail.reference)
where code in ('trail.quoted', 'trail.acknowledged', 'trail.accounts.upheld', 'trail.accounts.corrected');
update trail set actor_party = 'FX'
where code in ('trail.ceiling', 'trail.accounts.certified')
    or code in ('trail.signed', 'trail.refused') and arguments like '[{"code":"approval.role.DECISION_FOR_FRONTEX"%';

-- A comment, or a taking over, is of the party whose task it was. Some tasks are the organiser's or Frontex's alone.
update trail set party = (select organiser from flight where flight.reference = trail.reference)
where code in ('trail.comment', 'trail.takenOver') and exists (
    select 1 from (values ('addCostItem'), ('enterRate'), ('decideObjection'), ('decideRejection'), ('contractCarrier'),
        ('recordPermits'), ('acknowledgeWithdrawal'), ('consolidatePlan'), ('enterQuote'), ('chooseCarrier'),
        ('answerObjection'), ('clearDeparture'), ('recordLanding'), ('clearOnward')) as organisers (task)
    where position('{"code":"step.userTask_' || task || '",' in arguments) = 2
        or code = 'trail.takenOver' and position('{"code":"step.userTask_' || task || '",' in arguments) > 0);
update trail set party = 'FX'
where code in ('trail.comment', 'trail.takenOver') and exists (
    select 1 from (values ('setCeilings'), ('signDecisionForFrontex'), ('certifyClaim')) as frontex (task)
    where position('{"code":"step.userTask_' || task || '",' in arguments) = 2
        or code = 'trail.takenOver' and position('{"code":"step.userTask_' || task || '",' in arguments) > 0);

-- Of the others, that of the one party for which its author completed that task of that flight.
update trail set party = (
    select min(done.party) from completed_task done
    where done.reference = trail.reference and done.actor = trail.actor and done.party is not null
        and (position('{"code":"step.' || done.task || '",' in trail.arguments) = 2
            or trail.code = 'trail.takenOver'
                and position('{"code":"step.' || done.task || '",' in trail.arguments) > 0)
    having count(distinct done.party) = 1)
where code in ('trail.comment', 'trail.takenOver') and party is null;

-- When a quote was put on record: a state that had withdrawn by then is not shown it, nor any of unknown time.
alter table quote add column entered timestamp with time zone;
