package org.jointflights.web.overview;

import org.jointflights.process.OnPostgres;

@OnPostgres
class FlightApiOnPostgresTest extends FlightApiTest {}
