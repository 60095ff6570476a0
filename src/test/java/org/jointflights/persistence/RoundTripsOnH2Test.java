package org.jointflights.persistence;

class RoundTripsOnH2Test extends RoundTripsInDatabase {}
