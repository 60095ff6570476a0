-- As on PostgreSQL, where it holds those that are open alone; H2 has no such indexes.
create index flight_open on flight (departure, reference, stage);
