package org.jointflights.web.reports;

import org.jointflights.process.OnPostgres;

@OnPostgres
class HalfYearOnPostgresTest extends HalfYearInDatabase {}
