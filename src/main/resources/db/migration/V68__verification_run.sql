-- When everything signed and posted was last checked, by whom, and what came out. A run is added and never changed; what did not fit
-- is kept as the sentence said it then.
create table verification_run (
    id         bigint generated always as identity primary key,
    checked_at timestamp with time zone not null,
    checked_by varchar(64) not null,
    versions   integer     not null,
    signatures integer     not null,
    postings   integer     not null,
    entries    bigint      not null,
    faults     integer     not null
);

create table verification_fault (
    run      bigint  not null references verification_run (id),
    position integer not null,
    said     text    not null,
    primary key (run, position)
);
