-- A payment of a netting is put into a file for the bank as a transfer is.
create table net_payment_order_line (
    order_id     bigint  not null references payment_order (id),
    net_payment  bigint  not null references net_payment (id),
    creditor     char(2) not null,
    amount_minor bigint  not null,
    currency     char(3) not null,
    primary key (order_id, net_payment)
);
create index payment_order_of_net_payment on net_payment_order_line (net_payment);
