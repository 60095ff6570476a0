-- Flights are found by the name of a carrier that has offered or flown.
create index contract_of_carrier on contract (carrier, reference);
create index quote_of_carrier on quote (carrier, reference);
