package org.jointflights.application.people.administration;

import org.jointflights.process.OnPostgres;

@OnPostgres
class TwoAdministratorsOnPostgresTest extends TwoAdministratorsTest {}
