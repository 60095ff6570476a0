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
