package org.jointflights.process.operation;

import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import org.jointflights.application.operation.AnswerGates;
import org.jointflights.application.operation.AnsweringGroup;
import org.jointflights.application.operation.CountHeads;
import org.jointflights.application.operation.RecordProgress;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.Journey;
import org.jointflights.domain.operation.Question;
import org.jointflights.process.engine.ModelBean;
import org.springframework.stereotype.Component;

/** Who is asked, where and when: the elements of the repeated steps of {@code flightOperation.bpmn}. */
@Component
public class OperationAgenda implements ModelBean {

    private final AnswerGates gates;
    private final CountHeads people;
    private final RecordProgress progress;

    OperationAgenda(AnswerGates gates, CountHeads people, RecordProgress progress) {
        this.gates = gates;
        this.people = people;
        this.progress = progress;
    }

    /** D-28 to D-1. */
    public List<String> points(String reference) {
        return GatePoint.countDown().stream().map(GatePoint::name).toList();
    }

    /** The groups that have something to confirm at the point. */
    public List<String> atPoint(String reference, String point) {
        return groups(reference, gates.openAt(new OperationReference(reference), GatePoint.valueOf(point)));
    }

    /** The groups that have something to confirm before the aircraft may leave the stop. */
    public List<String> beforeLeaving(String reference, Number stop) {
        return groups(reference, gates.openBeforeLeaving(new OperationReference(reference), stop.intValue()));
    }

    /** The states that board at the stop and have not been counted. */
    public List<String> toBeCounted(String reference, Number stop) {
        return codes(people.toBeCounted(new OperationReference(reference), stop.intValue()));
    }

    /** All places that a journey can have after its start: how many it has is known when the last destination is reached. */
    public List<Long> anyStops() {
        return LongStream.rangeClosed(1, Journey.MOST_STOPS).boxed().toList();
    }

    /** The states whose people came back and have not been counted. */
    public List<String> comeBack(String reference) {
        return codes(people.toBeCountedBack(new OperationReference(reference)));
    }

    /** The places on the route where the aircraft lands with people; asked by operations that began under the model before. */
    public List<Long> stops(String reference) {
        return progress.stops(new OperationReference(reference)).stream()
                .map(Integer::longValue)
                .toList();
    }

    /** The groups that have not answered the last call for the people who leave the aircraft at the stop. */
    public List<String> atLastCall(String reference, Number stop) {
        OperationReference flight = new OperationReference(reference);
        return groups(reference, gates.openAtLastCall(flight, people.lastCalls(flight, stop.intValue())));
    }

    /** The states whose people leave the aircraft at the stop; asked by operations that began under the model before. */
    public List<String> lastCalls(String reference, Number stop) {
        return codes(people.lastCalls(new OperationReference(reference), stop.intValue()));
    }

    /** Those of them whose last call is clear. */
    public List<String> handOvers(String reference, Number stop) {
        return codes(people.cleared(new OperationReference(reference), stop.intValue()));
    }

    private List<String> groups(String reference, List<Question> questions) {
        return gates.groupsFor(new OperationReference(reference), questions).stream()
                .map(AnsweringGroup::group)
                .toList();
    }

    private static List<String> codes(Collection<Party> parties) {
        return parties.stream().map(Party::code).toList();
    }
}
