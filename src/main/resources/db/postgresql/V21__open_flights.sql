-- The next flights that are open, however many are over.
create index flight_open on flight (departure, reference)
    where stage in ('PLANNING', 'COST_SHARING', 'APPROVAL', 'CONTRACTING', 'PERMITS', 'OPERATION', 'IN_FLIGHT', 'SETTLEMENT');
