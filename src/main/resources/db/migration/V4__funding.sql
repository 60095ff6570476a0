-- The specific financial decision per beneficiary; whether it is signed follows from the signatures.
create table financial_decision (
    reference   varchar(20) not null references flight (reference),
    beneficiary char(2)     not null,
    declared    varchar(20) not null,
    fund        varchar(20) not null,
    percent     integer     not null,
    basis       varchar(40) not null,
    assumed     boolean     not null,
    ceiling     bigint      not null,
    primary key (reference, beneficiary)
);
