package org.jointflights.application.planning;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jointflights.application.flight.FlightKinds;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.people.Parties;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightKind;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Participation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds flights to what their kind asks, by the law of their day: refused in a sentence, before anything is kept. */
@Component
public class CheckKind {

    private final KindTable table;
    private final FlightKinds kinds;
    private final Flights flights;
    private final Participations participations;
    private final Parties parties;
    private final CheckRegistered registered;

    CheckKind(
            KindTable table,
            FlightKinds kinds,
            Flights flights,
            Participations participations,
            Parties parties,
            CheckRegistered registered) {
        this.table = table;
        this.kinds = kinds;
        this.flights = flights;
        this.participations = participations;
        this.parties = parties;
        this.registered = registered;
    }

    /**
     * What is kept of a proposal. Throws {@link BadInput} if there is no such kind on that day, or its conditions do not hold.
     *
     * @param states asked to take part, the organiser among them unless that is Frontex
     */
    FlightKind of(Proposal proposal, Set<Party> states, LocalDate day) {
        FlightType type = proposal.type();
        type.requireOrganiser(proposal.organiser());
        KindTable.Row row = row(type, "type", type, day);
        type.requireStates(states);
        registered.require(states);
        type.requireDestination(
                proposal.destinationState(),
                states,
                parties.all().stream().map(Parties.Member::party).collect(Collectors.toUnmodifiableSet()));
        requireNamed(row, type, proposal.legalBasis(), states, day);
        return new FlightKind(row.basis(), proposal.legalBasis(), proposal.destinationState());
    }

    /** Throws {@link BadInput} if more states are asked than the kind lets take part, or one whose part needs a basis that nobody named. */
    void requireMayInvite(OperationReference reference, Set<Party> more) {
        Flight flight = flights.get(reference);
        Set<Party> states = states(reference);
        if (states.containsAll(more)) {
            return;
        }
        states.addAll(more);
        flight.type().requireStates(states);
        registered.require(more);
        kinds.of(reference).ifPresent(kind -> {
            flight.type().requireDestination(kind.destination(), states, states(kind.destination(), states));
            for (Party state : more) {
                if (kind.named() == null && table.isToBeNamedFor(flight.lawDate(), state)) {
                    throw BadInput.of("invited", state, "planning.kind.basis.notNamed");
                }
            }
        });
    }

    /**
     * The law of another day. Throws {@link BadInput} if it knows no such kind, or wants a basis that nobody named; a flight
     * that was proposed before this was kept goes on as it began.
     */
    public void keepFor(OperationReference reference, LocalDate day) {
        kinds.of(reference).ifPresent(kind -> {
            FlightType type = flights.get(reference).type();
            KindTable.Row row = row(type, "departure", day, day);
            if (kind.named() == null && isToBeNamed(row, states(reference), day)) {
                throw BadInput.of("departure", day, "planning.kind.basis.thenNeeded");
            }
            kinds.put(reference, kind.by(row.basis()));
        });
    }

    private KindTable.Row row(FlightType type, String field, Object value, LocalDate day) {
        return table.on(day, type)
                .orElseThrow(() -> BadInput.of(field, value, "planning.kind.notThen", type.words(), day));
    }

    private void requireNamed(
            KindTable.Row row, FlightType type, @Nullable String named, Set<Party> states, LocalDate day) {
        if (named == null && isToBeNamed(row, states, day)) {
            throw row.toBeNamed()
                    ? BadInput.of("legalBasis", "", "planning.kind.basis.ofKind", type.words())
                    : BadInput.of("legalBasis", "", "planning.kind.basis.ofState", Party.codes(needing(states, day)));
        }
    }

    private boolean isToBeNamed(KindTable.Row row, Set<Party> states, LocalDate day) {
        return row.toBeNamed() || !needing(states, day).isEmpty();
    }

    private Set<Party> needing(Set<Party> states, LocalDate day) {
        return states.stream()
                .filter(state -> table.isToBeNamedFor(day, state))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Party> states(OperationReference reference) {
        return participations.of(reference).stream()
                .map(Participation::party)
                .filter(party -> !party.isFrontex())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Party> states(@Nullable Party destination, Set<Party> others) {
        Set<Party> all = new TreeSet<>(others);
        if (destination != null) {
            all.add(destination);
        }
        return all;
    }
}
