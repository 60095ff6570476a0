package org.jointflights.process.flight;

import org.jointflights.process.OnPostgres;

@OnPostgres
class RetentionOnPostgresTest extends RetentionTest {}
