-- Serious incidents on flights. Who reported one by the exceptional channel is not in it, and of the moment only the month.
create table serious_incident (
    reference           varchar(20)   not null references flight (reference),
    number              integer       not null,
    channel             varchar(12)   not null,
    reported_by         varchar(64),
    reported            timestamp with time zone not null,
    reported_as         varchar(12)   not null,
    phase               varchar(20)   not null,
    persons             integer       not null,
    report_text         varchar(1000) not null,
    state               varchar(12)   not null,
    category            varchar(12)   not null,
    assessed_by         varchar(64),
    assessed            timestamp with time zone,
    assessment_reason   varchar(1000),
    concerned           char(2),
    asked_text          varchar(1000),
    formal_by           varchar(64),
    formal              timestamp with time zone,
    formal_text         varchar(1000),
    concluded_by        varchar(64),
    concluded           timestamp with time zone,
    recommendation_text varchar(1000),
    primary key (reference, number),
    constraint serious_incident_names_nobody check ((channel = 'ORDINARY') = (reported_by is not null)),
    constraint serious_incident_assessed check ((assessed is null) = (state = 'RAISED'))
);

-- Their texts have terms of their own: a certificate that is not of the whole flight names the one that it is of.
alter table erasure add column of_file varchar(40);

-- A task that only those who may do it know of: others are not told that the flight waits for it.
alter table open_task add column confidential boolean default false not null;
