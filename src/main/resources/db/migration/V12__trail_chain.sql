-- Every entry's place in the chain of its log: numbers without gaps, and each hash covers the one before. The logs are trail
-- and administration_log; docs/trail.md says what is hashed. Who may only add to these tables: db/<database>/R__append_only.sql.
create table chain_link (
    chain  varchar(20) not null,
    number bigint      not null check (number > 0),
    entry  bigint      not null,
    hash   varchar(64) not null,
    primary key (chain, number),
    unique (chain, entry)
);

-- How far each chain goes, apart from it, so that its last links do not vanish unseen. Who adds to a chain locks its row.
create table chain_head (
    chain  varchar(20) primary key,
    number bigint      not null,
    hash   varchar(64) not null
);
insert into chain_head (chain, number, hash) values
    ('TRAIL', 0, '0000000000000000000000000000000000000000000000000000000000000000'),
    ('ADMINISTRATION', 0, '0000000000000000000000000000000000000000000000000000000000000000');
