-- By how much the clock of a rehearsal is ahead of the machine's: in the example alone, elsewhere it stays empty. Nothing that was
-- stored may lie in the future after a restart.
create table clock_moves (
    id    integer primary key check (id = 1),
    ahead bigint  not null check (ahead >= 0)
);
