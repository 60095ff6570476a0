package org.jointflights.application.planning;

import java.util.Locale;
import java.util.Set;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.flight.FindAirports;
import org.jointflights.application.people.InMemoryAccounts;
import org.jointflights.application.people.InMemoryParties;
import org.jointflights.application.people.InMemoryPeople;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.process.planning.KindsByTable;

/** The services of planning over what is kept in memory. */
public final class PlanningServices {

    /** A state of which nobody is registered. */
    public static final String NOBODY_THERE = "LV";

    public final PlanRoute routes = new PlanRoute(new FindAirports());
    public final InMemoryParties parties = new InMemoryParties();
    public final CheckKind check;
    public final ProposeFlight propose;
    public final OfferSeats offer;
    public final AnswerOffer answer;
    public final ConsolidatePlan consolidate;
    public final ChooseCarrier carrier;

    public PlanningServices(InMemoryPorts ports) {
        check = new CheckKind(
                new KindsByTable(),
                ports.kinds,
                ports.flights,
                ports.participations,
                parties,
                new CheckRegistered(coordinators()));
        propose = new ProposeFlight(
                ports.flights, ports.participations, check, ports.kinds, ports.writeTrail, ports.user, ports.clock);
        offer = new OfferSeats(ports.flights, ports.participations, ports.writeTrail, ports.notices, ports.clock);
        answer = new AnswerOffer(ports.flights, ports.participations, ports.writeTrail, ports.clock);
        consolidate = new ConsolidatePlan(
                ports.flights, ports.participations, ports.crews, ports.rules, check, ports.writeTrail, ports.clock);
        carrier = new ChooseCarrier(ports.flights, ports.participations, ports.quotes, ports.writeTrail, ports.clock);
    }

    /** One for every state that has a code, but for the one that nobody has registered. */
    private static InMemoryPeople coordinators() {
        InMemoryPeople people = new InMemoryPeople(new InMemoryAccounts(id -> false));
        for (String state : Locale.getISOCountries()) {
            if (!state.equals(NOBODY_THERE)) {
                String id = state.toLowerCase(Locale.ROOT) + "coordinator";
                people.addGroups(Role.COORDINATOR, state + "coordinator", language -> state);
                people.add(new Person(id, state, "Coordinator"), "Kz7!lighthouse", Set.of(state + "coordinator"));
            }
        }
        return people;
    }
}
