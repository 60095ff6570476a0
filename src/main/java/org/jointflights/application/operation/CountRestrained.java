package org.jointflights.application.operation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.operation.HeadCount;
import org.jointflights.domain.operation.Restraint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records that people are restrained, what is found at each review, and the end: counts, never a person. */
@Service
@Transactional
public class CountRestrained {

    private final ReadSafeguards situation;
    private final HeadCounts counts;
    private final Restraints restraints;
    private final RestraintWorkflow workflow;
    private final WriteTrail trail;
    private final CurrentUser actor;
    private final Clock clock;

    CountRestrained(
            ReadSafeguards situation,
            HeadCounts counts,
            Restraints restraints,
            RestraintWorkflow workflow,
            WriteTrail trail,
            CurrentUser actor,
            Clock clock) {
        this.situation = situation;
        this.counts = counts;
        this.restraints = restraints;
        this.workflow = workflow;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    /** The states of which anybody is aboard, in the order of their codes. */
    @Transactional(readOnly = true)
    public List<Party> aboard(OperationReference reference) {
        Set<Party> flying = situation.takingPart(reference);
        return counts.boardings(reference).stream()
                .map(boarding -> boarding.party())
                .filter(flying::contains)
                .filter(party -> aboard(reference, party) > 0)
                .toList();
    }

    /**
     * From that moment on so many of a state's people are restrained, each after an assessment of their own. Throws
     * {@link org.jointflights.domain.Refusal} before the list of restraints was confirmed, or for more people than are aboard.
     *
     * @param started nothing for now
     */
    public void begin(OperationReference reference, Party party, int assessments, @Nullable Instant started) {
        situation.hold(reference);
        Instant now = clock.instant();
        int number = restraints.of(reference).size() + 1;
        Restraint restraint = Restraint.begun(
                reference, number, party, assessments, started == null ? now : started, actor.id(), now);
        situation.safeguards(reference).requireMayRestrain(party, assessments, aboard(reference, party));
        restraints.add(restraint);
        trail.recordOf(reference, party, TrailEvent.RESTRAINT_BEGUN, party, assessments, number);
        workflow.begun(restraint);
    }

    /** Throws {@link IllegalStateException} if there is none of that number. */
    @Transactional(readOnly = true)
    public Restraint of(OperationReference reference, long number) {
        return restraints.of(reference).stream()
                .filter(restraint -> restraint.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no restraint " + number + " on " + reference));
    }

    /** The restraints of a state's people that go on. */
    @Transactional(readOnly = true)
    public Stream<Restraint> open(OperationReference reference, Party party) {
        return restraints.of(reference).stream()
                .filter(restraint -> restraint.isOpen() && restraint.party().equals(party));
    }

    /** What is found at a review: how many are still restrained. True if it has ended. */
    public boolean review(OperationReference reference, long number, int persons) {
        situation.hold(reference);
        Restraint restraint = of(reference, number);
        restraints.add(restraint, restraint.reviewed(persons, actor.id(), clock.instant()));
        if (persons > 0) {
            trail.recordOf(
                    reference, restraint.party(), TrailEvent.RESTRAINT_REVIEWED, restraint.party(), persons, number);
        } else {
            trail.recordOf(
                    reference,
                    restraint.party(),
                    TrailEvent.RESTRAINT_ENDED,
                    restraint.party(),
                    number,
                    restraint.minutes(clock.instant()));
        }
        return persons == 0;
    }

    /** Nobody before they were counted on board; after the hand-over those who return. */
    private int aboard(OperationReference reference, Party party) {
        HeadCount people = situation.headCount(reference, party);
        if (people.boarding() == null) {
            return 0;
        }
        return counts.handOvers(reference).stream()
                .filter(end -> end.party().equals(party))
                .findFirst()
                .map(end -> end.returning())
                .orElse(people.expected());
    }
}
