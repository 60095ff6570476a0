-- Sessions of the pages, for all nodes; who reads and writes them is spring-session-jdbc, whose columns these are. The number in
-- the browser's cookie is not here, only its SHA-256 (session_id): whoever reads this table can take over no session. Whose a
-- session is stands in its content alone; principal_name stays empty.
create table web_session (
    primary_id            varchar(36) primary key,
    session_id            varchar(64) not null unique,
    creation_time         bigint      not null,
    last_access_time      bigint      not null,
    max_inactive_interval integer     not null,
    expiry_time           bigint      not null,
    principal_name        varchar(100)
);
create index web_session_expiry on web_session (expiry_time);

create table web_session_attributes (
    session_primary_id varchar(36)  not null references web_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
