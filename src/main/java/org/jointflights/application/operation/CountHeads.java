package org.jointflights.application.operation;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointflights.application.flight.PlaceName;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.operation.GateReplies.Leavers;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.PartyName;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.operation.Boarding;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.HandOver;
import org.jointflights.domain.operation.HeadCount;
import org.jointflights.domain.operation.Passage;
import org.jointflights.domain.operation.Returned;
import org.jointflights.domain.operation.Safeguards;
import org.jointflights.domain.operation.TakenOff;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts people on board and at the hand-over. Each count is refused unless every gate before it is confirmed, and while the flight is suspended. */
@Service
@Transactional
public class CountHeads {

    private final ReadSafeguards situation;
    private final HeadCounts counts;
    private final WriteTrail trail;
    private final WriteNotices notices;
    private final CurrentUser actor;
    private final Clock clock;

    CountHeads(
            ReadSafeguards situation,
            HeadCounts counts,
            WriteTrail trail,
            WriteNotices notices,
            CurrentUser actor,
            Clock clock) {
        this.situation = situation;
        this.counts = counts;
        this.trail = trail;
        this.notices = notices;
        this.actor = actor;
        this.clock = clock;
    }

    /** States that board at the stop and whose people have not been counted. */
    @Transactional(readOnly = true)
    public List<Party> toBeCounted(OperationReference reference, int stop) {
        return situation.journey(reference).boardingAt(stop).stream()
                .map(Passage::party)
                .filter(party -> situation.headCount(reference, party).boarding() == null)
                .toList();
    }

    /** How a state's people are counted so far. */
    @Transactional(readOnly = true)
    public HeadCount of(OperationReference reference, Party party) {
        return situation.headCount(reference, party);
    }

    /** One state's people as the organiser sees them: counts, and whether anything stands against their journey. */
    public record StateAboard(Sentence state, int onList, int aboard, int staff, Sentence gates) {}

    /** All states of the flight, in the order of their codes. */
    @Transactional(readOnly = true)
    public List<StateAboard> overview(OperationReference reference) {
        Safeguards safeguards = situation.safeguards(reference);
        return safeguards.journey().passages().stream()
                .map(passage -> overview(safeguards, passage, situation.headCount(reference, passage.party())))
                .toList();
    }

    private static StateAboard overview(Safeguards safeguards, Passage passage, HeadCount people) {
        Seats aboard = people.flown();
        return new StateAboard(
                Sentence.of(
                        "operation.overview.state",
                        passage.party(),
                        new PartyName(passage.party()),
                        new PlaceName(safeguards.journey().airport(passage.boardsAt()))),
                people.expected(),
                aboard.returnees(),
                aboard.staff(),
                Sentence.of(
                        safeguards.mayBoard(passage.party()).isGiven()
                                ? "operation.overview.confirmed"
                                : "operation.overview.notConfirmed"));
    }

    /** Whether escorts of the state of destination are counted with everybody's people. */
    @Transactional(readOnly = true)
    public boolean countsDestinationEscorts(OperationReference reference) {
        return situation.journey(reference).kind() == FlightType.CRO;
    }

    /** Records who is on board, on a flight whose escorts are all of those who take part. */
    public void countAboard(
            OperationReference reference, Party party, int stop, Seats aboard, @Nullable Leavers absent) {
        countAboard(reference, party, stop, aboard, 0, absent);
    }

    /**
     * Records who is on board; whoever is on the list and did not come on board is accounted for by {@code absent}.
     *
     * @param destinationEscorts of the state of destination, all that are aboard now
     */
    public void countAboard(
            OperationReference reference,
            Party party,
            int stop,
            Seats aboard,
            int destinationEscorts,
            @Nullable Leavers absent) {
        situation.hold(reference);
        situation.requireNotSuspended(reference);
        HeadCount people = situation.headCount(reference, party);
        if (people.boarding() != null) {
            throw Conflict.of("operation.alreadyCounted", party);
        }
        ReadSafeguards.require(situation.safeguards(reference).mayBoard(party), "operation.mayNotBoard", party);
        people.requireAboard(aboard);
        if (destinationEscorts > 0 && !countsDestinationEscorts(reference)) {
            throw BadInput.of("destinationEscorts", destinationEscorts, "operation.crew.noDestinationEscorts");
        }
        situation.safeguards(reference).requireEvidenceFor(party, aboard.returnees());
        int missing = people.expected() - aboard.returnees();
        int accountedFor = absent == null ? 0 : absent.persons();
        if (accountedFor != missing) {
            throw BadInput.of("absent", accountedFor, "operation.absent", missing);
        }
        if (absent != null) {
            counts.add(new TakenOff(
                    reference,
                    party,
                    GatePoint.BOARDING,
                    stop,
                    missing,
                    absent.cause(),
                    absent.why(),
                    actor.id(),
                    clock.instant()));
        }
        counts.add(new Boarding(reference, party, stop, aboard, destinationEscorts, actor.id(), clock.instant()));
        trail.recordOf(reference, party, TrailEvent.BOARDED, party, aboard.returnees(), aboard.staff());
    }

    /** Nobody of a state flies on: all who are on board leave the aircraft where it stands, or do not come on board. */
    public int leaveBehind(OperationReference reference, Party party, int stop, Leavers why) {
        situation.hold(reference);
        HeadCount people = situation.headCount(reference, party);
        int persons = there(reference, party);
        if (persons > 0) {
            counts.add(new TakenOff(
                    reference,
                    party,
                    people.leaving(GatePoint.BOARDING),
                    stop,
                    persons,
                    why.cause(),
                    why.why(),
                    actor.id(),
                    clock.instant()));
            trail.recordOf(reference, party, TrailEvent.TAKEN_OFF, party, persons, GatePoint.STOPOVER.words());
        }
        return persons;
    }

    /** How many of a state's people are on board, or are still to board. */
    @Transactional(readOnly = true)
    public int there(OperationReference reference, Party party) {
        HeadCount people = situation.headCount(reference, party);
        return people.boarding() == null ? people.expected() : comeBack(reference, party);
    }

    /** States that leave the aircraft at the stop with anybody to hand over, in the order of their codes. */
    @Transactional(readOnly = true)
    public List<Party> lastCalls(OperationReference reference, int stop) {
        return situation.journey(reference).leavingAt(stop).stream()
                .map(Passage::party)
                .filter(party -> situation.headCount(reference, party).flown().returnees() > 0)
                .toList();
    }

    /** Those of {@link #lastCalls} whose people may be handed over. */
    @Transactional(readOnly = true)
    public List<Party> cleared(OperationReference reference, int stop) {
        return lastCalls(reference, stop).stream()
                .filter(party ->
                        situation.safeguards(reference).mayHandOver(party).isGiven())
                .toList();
    }

    /** Whether the people of all {@link #lastCalls} may be handed over. */
    @Transactional(readOnly = true)
    public boolean everybodyCleared(OperationReference reference, int stop) {
        return cleared(reference, stop).equals(lastCalls(reference, stop));
    }

    /** The people of every state whose last call is not clear return with the aircraft. */
    public void keepAboard(OperationReference reference, int stop) {
        List<Party> cleared = cleared(reference, stop);
        for (Party party : lastCalls(reference, stop)) {
            if (!cleared.contains(party)) {
                int returning = situation.headCount(reference, party).flown().returnees();
                counts.add(new HandOver(
                        reference,
                        party,
                        0,
                        returning,
                        0,
                        GatePoint.LAST_CALL.name(),
                        CurrentUser.SYSTEM,
                        clock.instant()));
                trail.recordOf(reference, party, TrailEvent.KEPT_ABOARD, party, returning);
            }
        }
    }

    /**
     * States whose people came back with the aircraft and have not been counted, in the order of their codes. One that was
     * counted on board and then withdrew, before the aircraft left, has not flown.
     */
    @Transactional(readOnly = true)
    public List<Party> toBeCountedBack(OperationReference reference) {
        Set<Party> counted =
                counts.returned(reference).stream().map(Returned::party).collect(Collectors.toUnmodifiableSet());
        Set<Party> flew = situation.takingPart(reference);
        return counts.boardings(reference).stream()
                .map(Boarding::party)
                .filter(flew::contains)
                .filter(party -> !counted.contains(party) && comeBack(reference, party) > 0)
                .toList();
    }

    /** How many of a state's people fly back, by the counts on board and at the hand-over. */
    @Transactional(readOnly = true)
    public int comeBack(OperationReference reference, Party party) {
        int handedOver = counts.handOvers(reference).stream()
                .filter(handOver -> handOver.party().equals(party))
                .mapToInt(HandOver::handedOver)
                .sum();
        return situation.headCount(reference, party).flown().returnees() - handedOver;
    }

    /**
     * Records who came back, where they landed. Throws {@link BadInput} unless those counted and those missing are all who
     * flew back, with a reason for who is missing.
     */
    public void countBack(OperationReference reference, Party party, int landed, int missing, @Nullable String reason) {
        int expected = comeBack(reference, party);
        if (landed + missing != expected) {
            throw BadInput.of("landedBack", landed, "operation.landedBack.sum", missing, expected);
        }
        if (missing > 0 && reason == null) {
            throw BadInput.of("reason", "", "operation.landedBack.reason", missing);
        }
        counts.add(new Returned(reference, party, landed, missing, reason, actor.id(), clock.instant()));
        trail.recordOf(reference, party, TrailEvent.LANDED_BACK, party, landed, missing);
        notices.send(
                reference,
                Role.LEGAL.groupOf(party),
                "landed-back/" + party,
                "notice.landedBack",
                reference,
                party,
                landed,
                Gate.NON_REFOULEMENT.number());
    }

    /**
     * Records how many were handed over; the others return with the aircraft. The two must be all who may leave it. Nobody
     * is handed over past a gate; that all fly back can always be said.
     *
     * @param withProperty of those handed over, who has their property back against a receipt; rights officers and the
     *     state's monitors are told if that is not everybody
     */
    public void handOver(
            OperationReference reference,
            Party party,
            int handedOver,
            int notHandedOver,
            int withProperty,
            @Nullable String reason) {
        if (handedOver > 0) {
            situation.hold(reference);
            situation.requireNotSuspended(reference);
            ReadSafeguards.require(
                    situation.safeguards(reference).mayHandOver(party), "operation.mayNotHandOver", party);
            situation.safeguards(reference).requireUnrestrained(party);
        }
        HeadCount people = situation.headCount(reference, party);
        if (handedOver + notHandedOver != people.expected()) {
            throw BadInput.of("handedOver", handedOver, "operation.handedOver.sum", notHandedOver, people.expected());
        }
        if (notHandedOver > 0 && reason == null) {
            throw BadInput.of("reason", "", "operation.handedOver.reason", notHandedOver);
        }
        if (withProperty > handedOver) {
            throw BadInput.of("withProperty", withProperty, "operation.handedOver.property", handedOver);
        }
        int returning = people.flown().returnees() - handedOver;
        counts.add(new HandOver(
                reference, party, handedOver, returning, withProperty, reason, actor.id(), clock.instant()));
        trail.recordOf(reference, party, TrailEvent.HANDED_OVER, party, handedOver, returning);
        if (withProperty < handedOver) {
            tellOfProperty(reference, party, handedOver - withProperty);
        }
    }

    private void tellOfProperty(OperationReference reference, Party party, int without) {
        for (String group : List.of(Role.RIGHTS_OFFICER.group(), Role.MONITOR.groupOf(party))) {
            notices.send(reference, group, "property/" + party, "notice.withoutProperty", reference, party, without);
        }
    }
}
