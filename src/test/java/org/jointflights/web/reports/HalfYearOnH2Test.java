package org.jointflights.web.reports;

class HalfYearOnH2Test extends HalfYearInDatabase {}
