-- Each running node says every half minute that it is there; who is not heard of for a day is forgotten.
create table node (
    id        varchar(36)  primary key,
    host      varchar(255) not null,
    port      integer      not null,
    version   varchar(60)  not null,
    started   timestamp with time zone not null,
    last_seen timestamp with time zone not null
);

-- Backups that were taken whole: of which moment, and into which file. Written by the application, or by the command that
-- docs/production.md names.
create table backup (
    id    bigint generated always as identity primary key,
    taken timestamp with time zone not null,
    file  varchar(255) not null
);
create index backup_taken on backup (taken);
