package org.jointflights.application.scenario;

import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.needs.ReadNeeds;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.scenario.Scenario;
import org.jointflights.domain.scenario.ScenarioOrigin;
import org.springframework.stereotype.Component;

/**
 * Who has a say in a scenario: its owner; and to read it, whoever has the address it is shared by. Nobody, its owner neither, opens
 * one that began with the figures of a flight or of a match that they may not look at: an address that is handed on gives nobody
 * more than they may see.
 */
@Component
class ScenarioRights {

    private final Scenarios scenarios;
    private final CheckFlightAccess flights;
    private final ReadNeeds needs;
    private final CurrentUser user;

    ScenarioRights(Scenarios scenarios, CheckFlightAccess flights, ReadNeeds needs, CurrentUser user) {
        this.scenarios = scenarios;
        this.flights = flights;
        this.needs = needs;
        this.user = user;
    }

    /** Whose they are: of the account that is signed in, also while it acts for somebody absent. */
    String account() {
        return user.account();
    }

    /**
     * Throws {@link Unknown} where nothing is at that address, or is not shared, and {@link NotYours} for figures that the person
     * may not look at.
     */
    Scenario readable(String address) {
        Scenario scenario = found(address);
        requireOrigin(scenario.origin());
        return scenario;
    }

    /** One of the person's own; throws as {@link #readable} does, and {@link NotYours} for another's. */
    Scenario own(String address) {
        Scenario scenario = found(address);
        if (!scenario.isOf(account())) {
            throw NotYours.of("scenario.notYours");
        }
        return scenario;
    }

    /** Throws {@link NotYours} where the person may not look at what the figures come from. */
    void requireOrigin(ScenarioOrigin origin) {
        OperationReference flight = origin.flight();
        if (flight != null) {
            flights.require(flight);
        }
        if (origin.isMatch()) {
            needs.requireReader();
        }
    }

    private Scenario found(String address) {
        return scenarios
                .at(address)
                .filter(scenario -> scenario.isOf(account()) || address.equals(scenario.sharedAs()))
                .orElseThrow(() -> Unknown.of("scenario.unknown"));
    }
}
