-- What programs sign in with under /api, each in the name of one person: of the secret only the SHA-256 is here. Revoked, it
-- is gone; the administration log says when it was made and revoked. It ends with the password it was made under.
create table api_token (
    id         bigint generated always as identity primary key,
    hash       char(64)     not null unique,
    person     varchar(64)  not null,
    name       varchar(60)  not null,
    scopes     varchar(100) not null,
    password_version integer not null,
    made_at    timestamp with time zone not null,
    expires_on date         not null,
    used_on    date
);
create index api_token_person on api_token (person);

-- Whom the provider of sign-ins means by a sign-in name, once and for all: names are given anew there, this is not.
create table provided_account (
    person  varchar(64)  primary key,
    issuer  varchar(500) not null,
    subject varchar(255) not null,
    unique (issuer, subject)
);
