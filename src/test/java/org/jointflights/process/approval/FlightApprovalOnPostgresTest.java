package org.jointflights.process.approval;

import org.jointflights.process.OnPostgres;

@OnPostgres
class FlightApprovalOnPostgresTest extends FlightApprovalProcessTest {}
