-- The monitors' reports that a flight owes before it is closed: what proves a report, never a word of it. A row is made when
-- the report is asked for and filled in once.
create table monitor_report (
    reference    varchar(20) not null references flight (reference),
    party        char(2)     not null,
    asked        timestamp with time zone not null,
    due          timestamp with time zone not null,
    written      date,
    sha256       varchar(64),
    covers       varchar(80),
    force_seen   integer,
    restrained   integer,
    delivered_by varchar(64),
    delivered    timestamp with time zone,
    primary key (reference, party),
    constraint monitor_report_whole check (
        (delivered is null) = (written is null)
        and (delivered is null) = (sha256 is null)
        and (delivered is null) = (covers is null)
        and (delivered is null) = (force_seen is null)
        and (delivered is null) = (restrained is null)
        and (delivered is null) = (delivered_by is null))
);
