-- What was agreed about a cost beside its key: a weight for each sharer where it is shared by agreed weights, and the least and the
-- most that a party pays of it, in the smallest unit of the currency of its price.
create table budget_line_term (
    reference varchar(20) not null,
    position  integer     not null,
    party     char(2)     not null,
    weight    bigint,
    floor_minor bigint,
    cap_minor   bigint,
    primary key (reference, position, party),
    foreign key (reference, position) references budget_line (reference, position)
);

-- What a flight of their own would cost parties, in cents of a euro; the codes of a group in their order, with commas between them.
create table budget_quote (
    reference varchar(20)  not null references flight (reference),
    parties   varchar(200) not null,
    cost      bigint       not null,
    primary key (reference, parties)
);

-- What a financial decision pays of one category of costs, where it is less than of the rest; the cap is in cents of a euro.
create table financial_decision_category (
    reference   varchar(20) not null,
    beneficiary char(2)     not null,
    category    varchar(40) not null,
    percent     integer     not null,
    cap         bigint,
    primary key (reference, beneficiary, category),
    foreign key (reference, beneficiary) references financial_decision (reference, beneficiary) on delete cascade
);
