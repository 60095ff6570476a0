-- Which airports there are at all: a filter's text is compared with these.
create index route_stop_at_airport on route_stop (airport, reference);
-- Notices of one flight, to one group, and those that are still to be sent: there are ten of each flight.
create index outbox_of_flight on outbox (reference, id);
create index outbox_to_recipient on outbox (recipient, id);
create index outbox_to_send on outbox (sent, id);
create index statement_answer_of_version on statement_answer (reference, version);
