-- That what people typed about causes and reasons of a flight was erased: when, by which rule, how many texts of each kind.
create table erasure (
    reference varchar(20) not null references flight (reference),
    number    integer     not null,
    erased    timestamp with time zone not null,
    days      integer     not null,
    rule      varchar(40) not null,
    primary key (reference, number)
);
create table erased_texts (
    reference varchar(20) not null,
    number    integer     not null,
    kind      varchar(60) not null,
    texts     integer     not null,
    primary key (reference, number, kind),
    foreign key (reference, number) references erasure (reference, number)
);

-- What keeps them from being erased; the group that set it lifts it.
create table legal_hold (
    id        bigint generated always as identity primary key,
    reference varchar(20)   not null references flight (reference),
    holder    varchar(64)   not null,
    set_by    varchar(64)   not null,
    since     timestamp with time zone not null,
    reason    varchar(1000) not null,
    lifted    timestamp with time zone,
    lifted_by varchar(64)
);
create index legal_hold_of_flight on legal_hold (reference, id);
