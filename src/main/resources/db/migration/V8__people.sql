-- A state that takes part, or Frontex (FX), with the authority that acts for it. Its people and groups are the engine's.
create table party (
    code      char(2)      primary key,
    authority varchar(200) not null,
    since     timestamp with time zone not null
);

-- What administrators did, and about whom: written once, never changed. The sentence is a key of the message bundles.
create table administration_log (
    id        bigint generated always as identity primary key,
    at        timestamp with time zone not null,
    actor     varchar(64)   not null,
    about     varchar(64),
    code      varchar(80)   not null,
    arguments varchar(4000) not null
);

-- What one administrator has asked for and another confirms; decided once. It holds no password.
create table people_request (
    id         bigint generated always as identity primary key,
    kind       varchar(20)  not null,
    person     varchar(64)  not null,
    first_name varchar(255) not null,
    last_name  varchar(255) not null,
    mail       varchar(255),
    role_group varchar(64),
    asked_by   varchar(64)  not null,
    asked_at   timestamp with time zone not null,
    decision   varchar(20),
    decided_by varchar(64),
    decided_at timestamp with time zone,
    reason     varchar(1000)
);

-- How often a password was set: sessions of earlier ones have ended. A one-time password is changed first.
create table password_state (
    person   varchar(64) primary key,
    version  integer     not null,
    one_time boolean     not null
);

-- Who had an account: the name stands in trails, and nobody else ever signs in with it.
create table former_person (
    person     varchar(64)  primary key,
    first_name varchar(255) not null,
    last_name  varchar(255) not null,
    left_at    timestamp with time zone not null
);

-- Its one row is locked by whoever changes who may do what.
create table people_lock (
    id integer primary key
);
insert into people_lock (id) values (1);
