package org.jointflights.application.administration;

import org.jointflights.process.OnPostgres;

@OnPostgres
class TwoAdministratorsOnPostgresTest extends TwoAdministratorsTest {}
