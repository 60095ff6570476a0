-- When a posting was made. What stands there already was made with its statement, with its payment, or when all had signed.
alter table posting add column booked_at timestamp with time zone;

update posting set booked_at = coalesce(
    (select p.confirmed_at from payment p where p.transfer_id = posting.transfer_id),
    (select w.waived_at from waiver w where w.transfer_id = posting.transfer_id),
    (select f.posted_at from final_posting f
        where f.reference = posting.reference and f.statement = posting.statement
            and posting.kind = 'SHARE' and posting.weights = ''),
    (select s.computed_at from account_statement s
        where s.reference = posting.reference and s.version = posting.statement));

alter table posting alter column booked_at set not null;

-- The account of a party over all its flights is read in this order.
create index posting_of_account on posting (party, fund, currency, booked_at, reference, number);
create index transfer_of_debtor on transfer (debtor, fund, currency);
create index transfer_of_creditor on transfer (creditor, fund, currency);
