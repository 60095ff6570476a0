-- Notices are written to groups, mail goes to persons: each notice is spread once, over those who are in the group then.
alter table outbox add column spread_at timestamp with time zone;
update outbox set spread_at = sent where sent is not null;
drop index outbox_to_send;
alter table outbox drop column next_try;
create index outbox_to_spread on outbox (spread_at, id);

-- One mail to one person: at once with one notice, or the digest of a day with several. The id is made of what it is and to whom,
-- so that it is written once, and is what the mail itself is called (Message-ID). Whoever sends it first takes it until
-- next_try; that is null once it is sent or given up.
create table mail (
    id         varchar(36) primary key,
    person     varchar(64) not null,
    digest_of  date,
    next_try   timestamp with time zone,
    attempts   integer     not null,
    sent       timestamp with time zone,
    given_up   timestamp with time zone,
    failure    varchar(20)
);
create index mail_to_send on mail (next_try, id);
create index mail_given_up on mail (given_up);

-- Who gets which notice by mail, once.
create table delivery (
    notice bigint      not null references outbox (id),
    person varchar(64) not null,
    mail   varchar(36) not null references mail (id),
    primary key (notice, person)
);
create index delivery_of_mail on delivery (mail);

-- How mail reaches a person who has said so; everybody else gets it at once, in both languages.
create table mail_choice (
    person   varchar(64) primary key,
    manner   varchar(20) not null,
    at_hour  integer     not null,
    zone     varchar(64) not null,
    language varchar(2)
);
