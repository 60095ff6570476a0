package org.jointflights.application.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.operation.GateAnswer;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.Journey;
import org.jointflights.domain.operation.Passage;
import org.jointflights.domain.operation.Question;
import org.jointflights.domain.operation.Safeguards;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many of the questions at each point of a flight are confirmed, of those states of whose answers may be told. */
@Service
@Transactional(readOnly = true)
public class ReadGateStates {

    private final ReadSafeguards situation;

    ReadGateStates(ReadSafeguards situation) {
        this.situation = situation;
    }

    /**
     * How the questions of one point at one stop stand.
     *
     * @param stop the place on the route, 0 before the departure
     * @param asked how many there are
     * @param confirmed how many of them are confirmed,
     * @param stopped how many of them are stopped and not lifted
     */
    public record PointState(GatePoint point, int stop, int asked, int confirmed, int stopped) {}

    /** In the order in which they are asked; none before the operation is opened. */
    public List<PointState> of(OperationReference reference, Predicate<Party> told) {
        if (situation.keptRules(reference).isEmpty()) {
            return List.of();
        }
        Safeguards safeguards = situation.safeguards(reference);
        Set<Question> stopped = new LinkedHashSet<>();
        safeguards.openStops().stream().map(GateAnswer::question).forEach(stopped::add);
        Map<PointOnRoute, List<Question>> questions = new LinkedHashMap<>();
        asked(safeguards).stream()
                .filter(question -> told.test(question.party()))
                .sorted(Comparator.comparing(Question::point).thenComparing(Question::stop))
                .forEach(question -> questions
                        .computeIfAbsent(new PointOnRoute(question.point(), question.stop()), none -> new ArrayList<>())
                        .add(question));
        return questions.entrySet().stream()
                .map(point -> new PointState(
                        point.getKey().point,
                        point.getKey().stop,
                        point.getValue().size(),
                        (int) point.getValue().stream()
                                .filter(question -> safeguards.isConfirmed(question) && !stopped.contains(question))
                                .count(),
                        (int) point.getValue().stream()
                                .filter(stopped::contains)
                                .count()))
                .toList();
    }

    private record PointOnRoute(GatePoint point, int stop) {}

    private static Set<Question> asked(Safeguards safeguards) {
        Set<Question> asked = new LinkedHashSet<>();
        GatePoint.countDown().forEach(point -> asked.addAll(safeguards.askedAt(point)));
        Journey journey = safeguards.journey();
        for (int stop = 0; stop < journey.lastStop(); stop++) {
            asked.addAll(safeguards.askedBeforeLeaving(stop));
        }
        journey.passages().stream()
                .map(Passage::party)
                .forEach(party -> asked.addAll(safeguards.askedBeforeHandOver(party)));
        return asked;
    }
}
