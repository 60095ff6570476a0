package org.jointflights.application.operation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.operation.GateReplies.Leavers;
import org.jointflights.application.operation.GateReplies.Reply;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.operation.Evidence;
import org.jointflights.domain.operation.EvidenceKind;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer;
import org.jointflights.domain.operation.GateAnswer.Verdict;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.GateRule;
import org.jointflights.domain.operation.GateRules;
import org.jointflights.domain.operation.HeadCount;
import org.jointflights.domain.operation.Passage;
import org.jointflights.domain.operation.Question;
import org.jointflights.domain.operation.Safeguards;
import org.jointflights.domain.operation.StopOrder;
import org.jointflights.domain.operation.TakenOff;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the gates' questions to those who answer them, and records what they say. */
@Service
@Transactional
public class AnswerGates {

    private final ReadSafeguards situation;
    private final CheckEvidence evidence;
    private final GateAnswers answers;
    private final HeadCounts counts;
    private final WriteTrail trail;
    private final WriteNotices notices;
    private final CurrentUser actor;
    private final Clock clock;

    AnswerGates(
            ReadSafeguards situation,
            CheckEvidence evidence,
            GateAnswers answers,
            HeadCounts counts,
            WriteTrail trail,
            WriteNotices notices,
            CurrentUser actor,
            Clock clock) {
        this.situation = situation;
        this.evidence = evidence;
        this.answers = answers;
        this.counts = counts;
        this.trail = trail;
        this.notices = notices;
        this.actor = actor;
        this.clock = clock;
    }

    /** When the gates of a point may be answered. */
    @Transactional(readOnly = true)
    public Instant opensAt(OperationReference reference, GatePoint point) {
        return point.opensAt(situation.journey(reference).departure());
    }

    /** By when the gates of a point should be answered; later is late, not too late: the flight waits. */
    @Transactional(readOnly = true)
    public Instant dueAt(OperationReference reference, GatePoint point) {
        return point.dueAt(situation.journey(reference).departure());
    }

    /** What is not confirmed yet of what is asked at a point of the count-down. */
    @Transactional(readOnly = true)
    public List<Question> openAt(OperationReference reference, GatePoint point) {
        Safeguards safeguards = situation.safeguards(reference);
        return open(safeguards, safeguards.askedUntil(point), false);
    }

    /** What is not confirmed yet of what is asked where the aircraft stands, 0 being the start. */
    @Transactional(readOnly = true)
    public List<Question> openBeforeLeaving(OperationReference reference, int stop) {
        Safeguards safeguards = situation.safeguards(reference);
        return open(safeguards, safeguards.askedBeforeLeaving(stop), true);
    }

    /**
     * The next gates that the clock opens before the departure, and the groups that have something to confirm there as things
     * stand; nothing if none is ahead, or if no operation was opened.
     */
    @Transactional(readOnly = true)
    public Optional<NextOpening> nextOpening(OperationReference reference) {
        GateRules rules = situation.keptRules(reference).orElse(null);
        if (rules == null) {
            return Optional.empty();
        }
        Safeguards safeguards = situation.safeguards(reference);
        ZonedDateTime departure = situation.journey(reference).departure();
        Instant now = clock.instant();
        return Stream.concat(GatePoint.countDown().stream(), Stream.of(GatePoint.BOARDING))
                .filter(point -> point.opensAt(departure).isAfter(now))
                .map(point ->
                        new NextOpening(point.opensAt(departure), point, groups(openOnTime(safeguards, point), rules)))
                .filter(next ->
                        next.point() == GatePoint.BOARDING || !next.groups().isEmpty())
                .findFirst();
    }

    private static List<Question> openOnTime(Safeguards safeguards, GatePoint point) {
        return point == GatePoint.BOARDING
                ? open(safeguards, safeguards.askedBeforeLeaving(0), true)
                : open(safeguards, safeguards.askedUntil(point), false);
    }

    private static List<String> groups(List<Question> questions, GateRules rules) {
        return questions.stream()
                .map(question -> AnsweringGroup.to(question, rules).group())
                .distinct()
                .toList();
    }

    /** When the gates of a point open, and whom they are put to then. */
    public record NextOpening(Instant at, GatePoint point, List<String> groups) {}

    /** The table of gates that holds for the operation under way, or the last one; none before it was opened. */
    @Transactional(readOnly = true)
    public List<GateRule> rules(OperationReference reference) {
        return situation.keptRules(reference).map(GateRules::rows).orElse(List.of());
    }

    /** Whom the questions are put to: each group once, in the order in which they are asked. */
    @Transactional(readOnly = true)
    public List<AnsweringGroup> groupsFor(OperationReference reference, List<Question> questions) {
        GateRules rules = situation.rules(reference);
        return questions.stream()
                .map(question -> AnsweringGroup.to(question, rules))
                .distinct()
                .toList();
    }

    /** What of the questions is put to that group, with the law that each rests on. */
    @Transactional(readOnly = true)
    public List<Asked> askedOf(OperationReference reference, AnsweringGroup who, List<Question> questions) {
        GateRules rules = situation.rules(reference);
        return questions.stream()
                .filter(question -> AnsweringGroup.to(question, rules).equals(who))
                .map(question -> new Asked(question, rules.evidenceOf(question), rules.basisOf(question)))
                .toList();
    }

    /** A question as a form shows it. */
    public record Asked(Question question, EvidenceKind evidence, String basis) {}

    /** What nobody has answered yet after the landing, of those states whose people leave the aircraft; a stop is an answer. */
    @Transactional(readOnly = true)
    public List<Question> openAtLastCall(OperationReference reference, List<Party> parties) {
        Safeguards safeguards = situation.safeguards(reference);
        return parties.stream()
                .flatMap(party -> safeguards.askedBeforeHandOver(party).stream())
                .distinct()
                .filter(question -> !safeguards.isConfirmed(question) || safeguards.isStale(question))
                .filter(question -> !isStopped(safeguards, question))
                .toList();
    }

    /** The stops of a state, and those of the flight, that nobody has lifted. */
    @Transactional(readOnly = true)
    public List<GateAnswer> stopsConcerning(OperationReference reference, Party party) {
        return situation.safeguards(reference).openStops().stream()
                .filter(stop -> stop.question().party().equals(party))
                .toList();
    }

    /** Every stop that nobody has lifted; none of a flight that no gate was asked of. */
    @Transactional(readOnly = true)
    public List<GateAnswer> openStops(OperationReference reference) {
        return answers.of(reference).isEmpty()
                ? List.of()
                : situation.safeguards(reference).openStops();
    }

    /** The stops that somebody has ordered and nobody has lifted, of that state's people or of everybody. */
    @Transactional(readOnly = true)
    public List<StopOrder> ordersConcerning(OperationReference reference, Party party) {
        return openOrders(reference).stream()
                .filter(order -> order.concerns(party))
                .toList();
    }

    /** All of them. */
    @Transactional(readOnly = true)
    public List<StopOrder> openOrders(OperationReference reference) {
        return situation.orders(reference).stream().filter(StopOrder::isOpen).toList();
    }

    /** How many of a state's people are still on its list, or still on board. */
    @Transactional(readOnly = true)
    public int onList(OperationReference reference, Party party) {
        return situation.headCount(reference, party).expected();
    }

    /** Of how many people the states have told that the escorts must know what they need. */
    @Transactional(readOnly = true)
    public int needsTold(OperationReference reference) {
        return situation.safeguards(reference).needsTold();
    }

    public void answerAt(OperationReference reference, GatePoint point, AnsweringGroup who, GateReplies sheet) {
        answer(reference, who, openAt(reference, point), sheet);
    }

    public void answerBeforeLeaving(OperationReference reference, int stop, AnsweringGroup who, GateReplies sheet) {
        answer(reference, who, openBeforeLeaving(reference, stop), sheet);
    }

    public void answerLastCall(OperationReference reference, int stop, AnsweringGroup who, GateReplies sheet) {
        List<Party> leaving = situation.journey(reference).leavingAt(stop).stream()
                .map(Passage::party)
                .toList();
        answer(reference, who, openAtLastCall(reference, leaving), sheet);
    }

    /** Before the aircraft leaves, and before people do, what has grown too old is asked again; the count-down goes on. */
    private static List<Question> open(Safeguards safeguards, List<Question> asked, boolean onTheDay) {
        return asked.stream()
                .filter(question -> !safeguards.isConfirmed(question)
                        || (onTheDay && safeguards.isStale(question))
                        || isStopped(safeguards, question))
                .toList();
    }

    private static boolean isStopped(Safeguards safeguards, Question question) {
        return safeguards.openStops().stream()
                .map(GateAnswer::question)
                .anyMatch(stop -> stop.party().equals(question.party()) && stop.gate() == question.gate());
    }

    private void answer(OperationReference reference, AnsweringGroup who, List<Question> open, GateReplies sheet) {
        Safeguards safeguards = situation.safeguards(reference);
        List<Question> asked = open.stream()
                .filter(question ->
                        AnsweringGroup.to(question, safeguards.rules()).equals(who)
                                && sheet.shown().contains(question.gate()))
                .toList();
        if (asked.isEmpty()) {
            requireNobodyIsLeft(reference, who, safeguards.emptied(), sheet.leavers());
            return;
        }
        Map<Gate, Reply> replies = repliesTo(asked, sheet);
        List<Question> confirmed = asked.stream()
                .filter(question -> isConfirmed(replies.get(question.gate())))
                .toList();
        takeOff(reference, who, asked.get(0), sheet.leavers());
        for (Question question : asked) {
            Reply reply = replies.get(question.gate());
            if (reply == null) {
                continue; // left to a colleague, and not confirmed until then
            }
            if (reply.verdict() == Verdict.CONFIRMED) {
                safeguards.requireMayConfirm(question, actor.id(), sheet.leavers() != null, confirmed);
            }
            GateAnswer answer = new GateAnswer(
                    reference,
                    question,
                    reply.verdict(),
                    reply.reason(),
                    reply.verdict() == Verdict.STOP
                            ? Evidence.NONE
                            : evidence.of(reference, question, reply.evidence()),
                    actor.id(),
                    clock.instant());
            long number = answers.add(answer);
            if (answer.isStop()) {
                tellOf(answer, number);
            }
            // The reason is the state's own: the trail is open to every party of the flight.
            trail.recordOf(
                    reference,
                    question.party(),
                    answer.isStop() ? TrailEvent.GATE_STOP : TrailEvent.GATE_CONFIRMED,
                    question.party(),
                    question.gate(),
                    question.point().words());
        }
    }

    /** Whoever was asked about people who have left the list meanwhile has nothing to say, and holds nobody up. */
    private void requireNobodyIsLeft(
            OperationReference reference, AnsweringGroup who, Set<Party> emptied, @Nullable Leavers off) {
        boolean nobodyIsLeft = who.answerer().isForFlight() ? !emptied.isEmpty() : emptied.contains(who.party());
        if (!nobodyIsLeft) {
            throw Conflict.of("operation.nothingAsked", who.party(), reference);
        }
        if (off != null) {
            throw BadInput.of("takenOff", off.persons(), "operation.takenOff", 0);
        }
    }

    private static boolean isConfirmed(@Nullable Reply reply) {
        return reply != null && reply.verdict() == Verdict.CONFIRMED;
    }

    /** The organiser and the rights officer know of a stop at once, whoever else has still to answer. */
    private void tellOf(GateAnswer stop, long number) {
        Question question = stop.question();
        String code = question.point() == GatePoint.LAST_CALL ? "notice.stoppedAtLastCall" : "notice.stopped";
        Party organiser = situation.journey(stop.reference()).organiser();
        for (String group : List.of(Role.COORDINATOR.groupOf(organiser), Role.RIGHTS_OFFICER.group())) {
            notices.send(
                    stop.reference(),
                    group,
                    "stop/" + number,
                    code,
                    stop.reference(),
                    question.party(),
                    question.gate(),
                    question.point().words());
        }
    }

    private static Map<Gate, Reply> repliesTo(List<Question> asked, GateReplies sheet) {
        Map<Gate, Reply> replies = new EnumMap<>(Gate.class);
        for (Reply reply : sheet.replies()) {
            Gate gate = reply.gate();
            if (asked.stream().noneMatch(question -> question.gate() == gate)) {
                throw BadInput.of("answer" + gate, reply.verdict(), "operation.notAsked");
            }
            boolean stop = reply.verdict() == Verdict.STOP;
            if (stop && reply.reason() == null) {
                throw BadInput.of("reason" + gate, "", "operation.reasonMissing");
            }
            if (!stop && reply.reason() != null) {
                throw BadInput.of("reason" + gate, reply.reason(), "operation.reasonWithConfirmation");
            }
            replies.put(gate, reply);
        }
        for (Question question : asked) {
            if (!replies.containsKey(question.gate()) && !sheet.left().contains(question.gate())) {
                throw BadInput.of("answer" + question.gate(), "", "operation.unanswered");
            }
        }
        if (replies.isEmpty() && sheet.leavers() == null) {
            throw BadInput.of("answer" + asked.get(0).gate(), "", "operation.allLeft");
        }
        return replies;
    }

    private void takeOff(OperationReference reference, AnsweringGroup who, Question at, @Nullable Leavers off) {
        if (off == null) {
            return;
        }
        if (!who.answerer().takesPeopleOff()) {
            throw BadInput.of("takenOff", off.persons(), "operation.takenOff.notYours");
        }
        HeadCount people = situation.headCount(reference, who.party());
        people.requireTakenOff("takenOff", off.persons());
        counts.add(new TakenOff(
                reference,
                who.party(),
                people.leaving(at.point()),
                at.stop(),
                off.persons(),
                off.cause(),
                off.why(),
                actor.id(),
                clock.instant()));
        trail.recordOf(
                reference,
                who.party(),
                TrailEvent.TAKEN_OFF,
                who.party(),
                off.persons(),
                at.point().words());
    }
}
