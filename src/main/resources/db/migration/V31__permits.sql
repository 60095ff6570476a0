-- Permits with their clocks, one of each kind and state: when it was asked for, what the state has answered and when. The state
-- of those that are on record already is not known (empty), nor when they were asked for: they are granted.
create table permit_of_state (
    reference   varchar(20)  not null references flight (reference),
    kind        varchar(20)  not null,
    state       varchar(2)   not null,
    number      varchar(200),
    requested   timestamp with time zone,
    answer      varchar(20)  not null,
    extended    boolean      not null,
    answered    timestamp with time zone,
    valid_until date,
    primary key (reference, kind, state)
);
insert into permit_of_state (reference, kind, state, number, answer, extended, valid_until)
select reference, kind, '', number, 'GRANTED', false, valid_on from permit;
drop table permit;
alter table permit_of_state rename to permit;
