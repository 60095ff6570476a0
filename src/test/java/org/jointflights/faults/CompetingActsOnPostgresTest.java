package org.jointflights.faults;

import org.jointflights.process.OnPostgres;

@OnPostgres
class CompetingActsOnPostgresTest extends CompetingActs {}
