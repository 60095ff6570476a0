-- A state that takes part, or Frontex (FX), with the authority that acts for it. Its people and groups are the engine's.
create table party (
    code      char(2)      primary key,
    authority varchar(200) not null,
    since     timestamp with time zone not null
);
