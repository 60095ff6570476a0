package org.jointflights.persistence.trail;

class TrailChainOnH2Test extends TrailChain {

    @Override
    TrailDatabase.Place place() {
        return TrailDatabase.Place.onH2();
    }

    @Override
    TrailDatabase.Place emptyPlace() {
        return TrailDatabase.Place.onH2();
    }
}
