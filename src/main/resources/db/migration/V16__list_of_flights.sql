-- What the list of flights is sorted by, and whom a flight concerns.
create index flight_by_departure on flight (departure, reference);
create index flight_by_stage on flight (stage, departure, reference);
create index flight_of_organiser on flight (organiser, reference);
create index participation_of_party on participation (party, reference);
-- Which destinations and zones there are at all: a filter's text and days are compared with these.
create index flight_to_destination on flight (destination);
create index flight_in_zone on flight (zone);
