package org.jointflights.process.settlement;

import org.jointflights.process.OnPostgres;

@OnPostgres
class ScenariosOnPostgresTest extends SettlementScenariosTest {}
