package org.jointflights.web.flights;

import org.jointflights.process.OnPostgres;

@OnPostgres
class FlightApiOnPostgresTest extends FlightApiTest {}
