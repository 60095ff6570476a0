package org.jointflights.faults;

class CompetingActsTest extends CompetingActs {}
