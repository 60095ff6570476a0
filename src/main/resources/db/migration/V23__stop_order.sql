-- Stops that people ordered of their own accord; party is empty where the whole flight is stopped. Why is typed: few may read it.
create table stop_order (
    reference  varchar(20)   not null references flight (reference),
    number     integer       not null,
    party      char(2),
    cause      varchar(20)   not null,
    reason     varchar(1000) not null,
    ordered_by varchar(64)   not null,
    as_group   varchar(64)   not null,
    at         timestamp with time zone not null,
    lifted_by  varchar(64),
    lifted_at  timestamp with time zone,
    view_of_it varchar(1000),
    primary key (reference, number)
);
