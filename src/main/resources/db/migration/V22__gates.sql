-- The table of gates as it stood for the day of the flight when its operation was opened.
create table gate_rule (
    reference   varchar(20)  not null,
    run         integer      not null,
    line        integer      not null,
    gate        varchar(3)   not null,
    point       varchar(20)  not null,
    answerer    varchar(20)  not null,
    apart       varchar(50)  not null,
    evidence    varchar(20)  not null,
    fresh_hours integer,
    blocks      varchar(20)  not null,
    basis       varchar(200) not null,
    primary key (reference, run, line),
    foreign key (reference, run) references operation_run (reference, run)
);

-- Operations that were opened before the table was kept go on under the gates that they were opened with.
insert into gate_rule (reference, run, line, gate, point, answerer, apart, evidence, fresh_hours, blocks, basis)
select run.reference, run.run, rule.line, rule.gate, rule.point, rule.answerer, '', 'NONE', rule.fresh_hours, rule.blocks,
       'As asked when the operation was opened'
from operation_run run
cross join (values
    (1, 'G0', 'D_28', 'LEGAL', 8760, 'BOARDING'),
    (2, 'G1', 'D_21', 'LEGAL', 8760, 'BOARDING'),
    (3, 'G2', 'D_14', 'LEGAL', 24, 'BOARDING'),
    (4, 'G2', 'D_5', 'LEGAL', 24, 'BOARDING'),
    (5, 'G2', 'D_1', 'LEGAL', 24, 'BOARDING'),
    (6, 'G2', 'BOARDING', 'LEGAL', 24, 'BOARDING'),
    (7, 'G2', 'STOPOVER', 'LEGAL', 24, 'DEPARTURE'),
    (8, 'G2', 'LAST_CALL', 'LEGAL', 24, 'HAND_OVER'),
    (9, 'G3', 'D_7', 'COORDINATOR', 8760, 'BOARDING'),
    (10, 'G4', 'D_7', 'DOCTOR', 8760, 'BOARDING'),
    (11, 'G4', 'BOARDING', 'DOCTOR', 8760, 'BOARDING'),
    (12, 'G4', 'STOPOVER', 'DOCTOR', 8760, 'DEPARTURE'),
    (13, 'G5', 'D_10', 'LEGAL', 8760, 'BOARDING'),
    (14, 'G6', 'D_7', 'LEGAL', 8760, 'DEPARTURE'),
    (15, 'G7', 'D_3', 'LEAD_ESCORT', 8760, 'DEPARTURE'),
    (16, 'G8', 'D_3', 'MONITOR', 8760, 'BOARDING'),
    (17, 'G8', 'BOARDING', 'MONITOR', 8760, 'BOARDING'),
    (18, 'G10', 'D_2', 'LEAD_ESCORT', 8760, 'DEPARTURE'),
    (19, 'G11', 'LAST_CALL', 'LEGAL', 8760, 'HAND_OVER'),
    (20, 'G12', 'D_1', 'RIGHTS_OFFICER', 8760, 'BOARDING'),
    (21, 'G12', 'BOARDING', 'RIGHTS_OFFICER', 8760, 'BOARDING')
) as rule (line, gate, point, answerer, fresh_hours, blocks);

-- What came with a confirmation: counts, days, fingerprints of lists that stay with the states; never a name.
alter table gate_answer add column evidence_count integer;
alter table gate_answer add column evidence_day date;
alter table gate_answer add column evidence_version integer;
alter table gate_answer add column evidence_sha256 char(64);
alter table gate_answer add column evidence_body varchar(100);
alter table gate_answer add column evidence_hours integer;
