-- Kinds of flight beyond joint, collecting and national ones, and the law by which a flight is flown: what the table of kinds
-- cited for its day, and what was named by whoever proposed it. Flights that were proposed before have no row.
alter table flight alter column type set data type varchar(20);

create table flight_kind (
    reference   varchar(20)  primary key references flight (reference),
    basis       varchar(200) not null,
    named       varchar(200),
    destination char(2)
);

-- Escorts of the state of destination, whom nobody committed and everybody sees, as they were counted with a state's people.
alter table boarding add column destination_escorts integer not null default 0;
