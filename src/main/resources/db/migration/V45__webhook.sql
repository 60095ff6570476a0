-- Addresses of parties to which is sent what happens on their flights. The secret signs what is sent, so it is kept as it is;
-- seen is the number of the trail's chain until which it has been told.
create table webhook (
    id      bigint generated always as identity primary key,
    party   char(2)      not null,
    address varchar(300) not null,
    secret  varchar(64)  not null,
    made_by varchar(64)  not null,
    made_at timestamp with time zone not null,
    seen    bigint       not null
);
create index webhook_of_party on webhook (party);

-- What is sent of one event: facts alone. next_try is null once it is sent or given up.
create table webhook_delivery (
    id       varchar(36) primary key,
    webhook  bigint       not null references webhook (id),
    event    varchar(60)  not null,
    body     varchar(500) not null,
    created  timestamp with time zone not null,
    next_try timestamp with time zone,
    attempts integer      not null,
    sent     timestamp with time zone,
    given_up timestamp with time zone,
    failure  varchar(20)
);
create index webhook_delivery_to_send on webhook_delivery (next_try, id);
create index webhook_delivery_of_webhook on webhook_delivery (webhook, created);
