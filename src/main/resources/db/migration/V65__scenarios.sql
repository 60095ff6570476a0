-- What somebody tries out on the what-if page and keeps under a name of their own: the input as canonical JSON, never what came out.
-- Of one person no two names are the same but for accents and capitals (folded). Where it began with a flight's figures, whoever opens
-- it has to be one who may look at that flight; from_match says the same of the needs of states. shared_as is the address it is shared
-- by, null while it is not.
create table scenario (
    id          varchar(64)     primary key,
    person      varchar(64)     not null,
    name        varchar(80)     not null,
    folded      varchar(2000)   not null,
    input       varchar(100000) not null,
    version     bigint          not null,
    from_flight varchar(20),
    from_match  boolean         not null,
    shared_as   varchar(64)     unique,
    changed_at  timestamp with time zone not null,
    used_at     timestamp with time zone not null,
    unique (person, folded)
);
create index scenario_of_flight on scenario (from_flight);
create index scenario_used on scenario (used_at);
