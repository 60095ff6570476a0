-- By how many seconds the node's clock was ahead of the database's when the node was last seen; below nought it was behind.
alter table node add column clock_ahead bigint default 0 not null;
