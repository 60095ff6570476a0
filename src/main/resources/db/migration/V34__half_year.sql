-- The half-yearly report reads the flights of its days, and their rows, not all.
create index flight_by_real_date on flight (real_date);
