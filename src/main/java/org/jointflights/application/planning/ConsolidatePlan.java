package org.jointflights.application.planning;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.flight.WithdrawalRules;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.flight.Crew;
import org.jointflights.domain.flight.Participation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organiser makes a plan of the answers, or finds that there is none. */
@Service
@Transactional
public class ConsolidatePlan {

    private final Flights flights;
    private final Participations participations;
    private final Crews crews;
    private final WithdrawalRules rules;
    private final CheckKind kinds;
    private final WriteTrail trail;
    private final Clock clock;

    ConsolidatePlan(
            Flights flights,
            Participations participations,
            Crews crews,
            WithdrawalRules rules,
            CheckKind kinds,
            WriteTrail trail,
            Clock clock) {
        this.flights = flights;
        this.participations = participations;
        this.crews = crews;
        this.rules = rules;
        this.kinds = kinds;
        this.trail = trail;
        this.clock = clock;
    }

    /** The seats declared so far, in all. */
    @Transactional(readOnly = true)
    public Seats declared(OperationReference reference) {
        return Participation.seatsOf(participations.of(reference));
    }

    /**
     * The organiser settles the plan: the seats fit, enough states take part, the crew is provided for, and it is said
     * what empty seats will do to the shares. Throws {@link org.jointflights.domain.BadInput} where the plan cannot be flown.
     */
    public void consolidate(OperationReference reference, Crew crew, WithdrawalRule rule) {
        List<Participation> asked = participations.of(reference);
        flights.get(reference).requireCanBeFlownWith(asked);
        crews.put(reference, crew);
        rules.put(reference, rule);
        Seats declared = Participation.seatsOf(asked);
        long states = asked.stream().filter(Participation::takesPart).count();
        trail.record(reference, TrailEvent.CONSOLIDATED, states, declared.returnees(), declared.staff());
        trail.record(reference, TrailEvent.WITHDRAWAL_RULE, Sentence.of("costs.rule." + rule));
    }

    /**
     * Invites further states to a flight whose offer is about to go out again, and those that are out once more. Throws {@link
     * BadInput} for one that is in it, or has withdrawn.
     */
    public void invite(OperationReference reference, Set<Party> more) {
        kinds.requireMayInvite(reference, more);
        Map<Party, Participation> known = participations.of(reference).stream()
                .collect(Collectors.toMap(Participation::party, Function.identity()));
        for (Party party : more) {
            participations.put(invitation(reference, party, known.get(party)));
        }
    }

    private Participation invitation(OperationReference reference, Party party, @Nullable Participation before) {
        if (party.isFrontex()) {
            throw BadInput.of("invited", party, "planning.invited.frontex");
        }
        if (before == null) {
            return Participation.invited(reference, party, clock.instant());
        }
        if (before.status() == Participation.Status.WITHDRAWN) {
            throw BadInput.of("invited", party, "planning.invited.withdrew");
        }
        if (!before.status().mayBecome(Participation.Status.INVITED)) {
            throw BadInput.of("invited", party, "planning.invited.already");
        }
        return before.invitedAgain(clock.instant());
    }

    /** The organiser sees no plan that could be flown; the flight ends before anything was committed. */
    public void noPlan(OperationReference reference) {
        trail.record(reference, TrailEvent.NO_PLAN);
    }
}
