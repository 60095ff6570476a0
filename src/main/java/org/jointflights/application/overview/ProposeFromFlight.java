package org.jointflights.application.overview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jointflights.application.drafts.Drafts;
import org.jointflights.application.drafts.ProposalDrafts;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.flight.FlightKinds;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.FindCoordinated;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightKind;
import org.jointflights.domain.flight.Participation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins a proposal with the figures of a flight: they are put into the form that proposes flights as if its person had typed
 * them, to be looked over, given a date and sent. Whoever copies organises, and everybody who was asked then is asked again.
 */
@Service
public class ProposeFromFlight {

    private final CheckFlightAccess access;
    private final Participations participations;
    private final FlightKinds kinds;
    private final DeployedModels models;
    private final Drafts drafts;
    private final CurrentUser actor;
    private final FindCoordinated coordinated;
    private final ProposalDrafts proposals;

    ProposeFromFlight(
            CheckFlightAccess access,
            Participations participations,
            FlightKinds kinds,
            DeployedModels models,
            Drafts drafts,
            CurrentUser actor,
            FindCoordinated coordinated,
            ProposalDrafts proposals) {
        this.access = access;
        this.participations = participations;
        this.kinds = kinds;
        this.models = models;
        this.drafts = drafts;
        this.actor = actor;
        this.coordinated = coordinated;
        this.proposals = proposals;
    }

    /** Whether the person signed in proposes flights. */
    public boolean mayCopy() {
        return !coordinated.parties().isEmpty();
    }

    /** Throws {@link NotYours} unless the person signed in proposes flights. */
    public void requireCoordinator() {
        if (!mayCopy()) {
            throw NotYours.of("flightpage.copy.notCoordinator");
        }
    }

    /** Whether they have begun a proposal and not sent it: a copy takes its place. */
    @Transactional(readOnly = true)
    public boolean hasBegun() {
        return mayCopy() && drafts.ofStart(models.wholeLife(), actor.account()).isPresent();
    }

    /**
     * Puts the flight's figures, but not its date, into the form that proposes one. Throws {@link NotYours} for those who propose
     * none, and of a flight that they may not look at.
     */
    @Transactional
    public void copy(OperationReference reference) {
        requireCoordinator();
        List<Party> own = coordinated.parties();
        Flight flight = access.require(reference);
        Party organiser = own.contains(flight.organiser()) ? flight.organiser() : own.get(0);
        proposals.fill(figures(flight, organiser));
    }

    private Map<String, Object> figures(Flight flight, Party organiser) {
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put("organiser", organiser.code());
        typed.put("type", flight.type().name());
        typed.put("destination", flight.destination());
        typed.put("embarkations", list(flight.route().embarkations()));
        typed.put("destinations", list(flight.route().destinations()));
        typed.put("capacity", flight.capacity());
        typed.put("invited", list(asked(flight, organiser)));
        FlightKind kind = kinds.of(flight.reference()).orElse(null);
        String named = kind == null ? null : kind.named();
        Party destination = kind == null ? null : kind.destination();
        if (named != null) {
            typed.put("legalBasis", named);
        }
        if (destination != null) {
            typed.put("destinationState", destination.code());
        }
        return typed;
    }

    /** All that were asked then, whatever they answered; a form asks neither its own state nor Frontex. */
    private List<String> asked(Flight flight, Party organiser) {
        TreeSet<Party> asked = participations.of(flight.reference()).stream()
                .map(Participation::party)
                .collect(Collectors.toCollection(TreeSet::new));
        asked.add(flight.organiser());
        asked.remove(organiser);
        asked.remove(Party.FRONTEX);
        return asked.stream().map(Party::code).toList();
    }

    private static String list(List<String> codes) {
        return String.join(", ", codes);
    }
}
