package org.jointflights.process.planning;

import org.jointflights.process.OnPostgres;

@OnPostgres
class PlanningOnPostgresTest extends PlanningProcessTest {}
