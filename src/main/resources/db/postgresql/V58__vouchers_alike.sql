-- A voucher of the same number and day on another claim makes whoever certifies look twice (VoucherMark). Of the vouchers on record both
-- stand in the mark of words: WORDS|FR|R20270042|2027-05-25|26200000|EUR.
insert into voucher_mark (claim_id, mark)
select claim_id, 'ALIKE|' || substring(mark from 10 for position('|' in substring(mark from 10)) + 10)
from voucher_mark where mark like 'WORDS|%';
