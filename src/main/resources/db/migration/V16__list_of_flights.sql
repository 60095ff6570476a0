-- What the list of flights is sorted by and chosen by.
create index flight_by_departure on flight (departure, reference);
create index flight_by_stage on flight (stage, departure, reference);
create index flight_of_organiser on flight (organiser, reference);
create index participation_of_party on participation (party, reference);
