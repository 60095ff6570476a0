-- Who acts for whom while somebody is away. Who did what stands on record with both names, so that nothing here has to be asked
-- to know it.
create table substitution (
    id           bigint generated always as identity primary key,
    absent       varchar(64) not null,
    substitute   varchar(64) not null,
    first_day    date        not null,
    last_day     date        not null,
    starts       timestamp with time zone not null,
    ends         timestamp with time zone not null,
    agreed_by    varchar(64) not null,
    entered_by   varchar(64) not null,
    confirmed_by varchar(64),
    ended_at     timestamp with time zone
);
create index substitution_ends on substitution (ends);

create table substitution_group (
    substitution bigint      not null references substitution (id),
    group_id     varchar(64) not null,
    primary key (substitution, group_id)
);

-- In whose name somebody acts now, instead of in their own.
create table acting (
    person       varchar(64) primary key,
    substitution bigint not null references substitution (id)
);
create index acting_in on acting (substitution);

-- Whoever enters one waits for whoever enters another.
create table substitution_lock (
    held bigint not null
);
insert into substitution_lock values (0);
