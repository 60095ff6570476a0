package org.jointflights.process.settlement;

import org.jointflights.process.OnPostgres;

@OnPostgres
class TreasuryOnPostgresTest extends TreasuryTest {}
