-- How many erasures there were when H2 last wrote its file anew: what was erased since may stand in pages that are free.
create table file_written_anew (
    erasures bigint not null
);
insert into file_written_anew values (0);
