-- Restraint of a state's people on a flight: how many individual assessments there are, since when, how many are still
-- restrained at each review. None are left when it has ended. Counts, never a person.
create table restraint (
    reference   varchar(20) not null references flight (reference),
    number      integer     not null,
    party       char(2)     not null,
    assessments integer     not null,
    started     timestamp with time zone not null,
    recorded_by varchar(64) not null,
    primary key (reference, number)
);

create table restraint_review (
    reference   varchar(20) not null,
    number      integer     not null,
    review      integer     not null,
    persons     integer     not null,
    reviewed_by varchar(64) not null,
    at          timestamp with time zone not null,
    primary key (reference, number, review),
    foreign key (reference, number) references restraint (reference, number)
);
