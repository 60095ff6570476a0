-- What empty seats do to the split: a term of the plan, so that it is signed with it. A flight without a row has COMMITTED.
create table withdrawal_rule (
    reference varchar(20) primary key references flight (reference),
    rule      varchar(40) not null
);

insert into withdrawal_rule (reference, rule) select reference, withdrawal_rule from settlement_terms;

drop table settlement_terms;
