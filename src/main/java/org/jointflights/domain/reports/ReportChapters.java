package org.jointflights.domain.reports;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.closing.MonitorReport.Phase;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.incidents.Complaint;
import org.jointflights.domain.incidents.ComplaintCount;
import org.jointflights.domain.incidents.IncidentCategory;
import org.jointflights.domain.incidents.IncidentCount;
import org.jointflights.domain.incidents.SeriousIncident;
import org.jointflights.domain.operation.Cause;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.reports.FlightFacts.Aboard;
import org.jointflights.domain.reports.FlightFacts.Left;
import org.jointflights.domain.reports.FlightFacts.Ordered;
import org.jointflights.domain.reports.FlightFacts.Owed;
import org.jointflights.domain.reports.FlightFacts.Said;
import org.jointflights.domain.reports.FlightFacts.Suspended;

/** Makes the chapters of the report out of what is on record of each flight. */
final class ReportChapters {

    /** What became of the people who were aboard. */
    private enum End {
        HANDED_OVER,
        LEFT_ON_THE_WAY,
        LANDED_BACK,
        MISSING_BACK,
        NOT_YET_BACK,
        NOT_SAID
    }

    /** Whose seats the people aboard sat on. */
    private enum Function {
        RETURNEES,
        ESCORTS,
        MEDICAL,
        INTERPRETERS,
        MONITORS,
        OTHERS,
        DESTINATION_ESCORTS
    }

    /** Where people were when they left the list. */
    private enum Effect {
        NOT_BOARDED,
        LEFT_AIRCRAFT,
        FLOWN_BACK
    }

    /** How it is with a report that is owed. */
    private enum Delivery {
        IN_TIME,
        LATE,
        OVERDUE,
        AWAITED
    }

    private enum Watch {
        WITH_MONITOR,
        WITHOUT_MONITOR
    }

    private enum Scope {
        WHOLE_FLIGHT,
        PEOPLE_OF_A_STATE
    }

    private enum Lift {
        LIFTED,
        STANDS
    }

    private enum Rest {
        RESUMED,
        NOT_RESUMED
    }

    /** In time, or the point at which it was late; in the order of the points. */
    private record Answered(boolean late, GatePoint point) implements Comparable<Answered> {

        static final Answered IN_TIME = new Answered(false, GatePoint.D_28);

        String key() {
            return late ? point.name() : "IN_TIME";
        }

        Sentence words() {
            return late ? Sentence.of("reports.answer.late", point.words()) : Sentence.of("reports.answer.inTime");
        }

        @Override
        public int compareTo(Answered other) {
            return late == other.late ? point.compareTo(other.point) : Boolean.compare(late, other.late);
        }
    }

    private final List<FlightFacts> flights;
    private final List<IncidentCount> incidents;
    private final List<ComplaintCount> complaints;
    private final Instant now;

    ReportChapters(
            List<FlightFacts> flights, List<IncidentCount> incidents, List<ComplaintCount> complaints, Instant now) {
        this.flights = flights;
        this.incidents = incidents;
        this.complaints = complaints;
        this.now = now;
    }

    List<Chapter> all() {
        return List.of(
                new Chapter(Sentence.of("reports.chapter.operations"), operations()),
                new Chapter(Sentence.of("reports.chapter.persons"), persons()),
                new Chapter(Sentence.of("reports.chapter.monitors"), monitors()),
                new Chapter(Sentence.of("reports.chapter.stops"), stops()),
                new Chapter(Sentence.of("reports.chapter.incidents"), incidents()),
                new Chapter(Sentence.of("reports.chapter.complaints"), complaints()),
                new Chapter(Sentence.of("reports.chapter.returned"), returned()),
                new Chapter(Sentence.of("reports.chapter.late"), late()));
    }

    private List<Breakdown> operations() {
        Tally<FlightType> kinds = Tally.of(FlightType.values());
        Tally<OperationFate> fates = Tally.of(OperationFate.values());
        for (FlightFacts flight : flights) {
            kinds.add(flight.reference(), flight.kind(), 1);
            fates.add(flight.reference(), flight.fate(), 1);
        }
        Figure all = whole("operations", flight -> 1);
        return List.of(
                divided("kind", all, kinds.figures("operations/kind", FlightType::name, FlightType::words)),
                divided("fate", all, fates.figures("operations/fate", OperationFate::name, OperationFate::words)));
    }

    private List<Breakdown> persons() {
        Tally<Party> states = new Tally<>();
        Tally<Party> handedOver = new Tally<>();
        Tally<End> ends = Tally.of(End.values());
        Tally<Function> functions = Tally.of(Function.values());
        for (FlightFacts flight : flights) {
            for (Aboard state : flight.aboard()) {
                states.add(flight.reference(), state.party(), state.seats().returnees());
                handedOver.add(flight.reference(), state.party(), state.handedOver());
                addEnds(ends, flight, state);
                addFunctions(functions, flight.reference(), state);
            }
        }
        Figure aboard = whole(
                "persons", flight -> ofStates(flight, state -> state.seats().returnees()));
        return List.of(
                divided("state", aboard, states.figures("persons/state", Party::code, party -> party::name)),
                divided("end", aboard, named(ends, "persons/end", "reports.end.")),
                divided(
                        "state",
                        whole("handedOver", flight -> ofStates(flight, Aboard::handedOver)),
                        handedOver.figures("handedOver/state", Party::code, party -> party::name)),
                divided(
                        "function",
                        whole(
                                "everybody",
                                flight ->
                                        ofStates(flight, state -> state.seats().total() + state.destinationEscorts())),
                        named(functions, "everybody/function", "reports.function.")));
    }

    private static void addEnds(Tally<End> ends, FlightFacts flight, Aboard state) {
        OperationReference reference = flight.reference();
        int left = flight.leftOnTheWay(state.party());
        Integer landed = state.landed();
        int back = landed == null ? 0 : landed;
        int missing = landed == null ? 0 : state.missing();
        int notYet = landed == null ? state.goingBack() : 0;
        ends.add(reference, End.HANDED_OVER, state.handedOver());
        ends.add(reference, End.LEFT_ON_THE_WAY, left);
        ends.add(reference, End.LANDED_BACK, back);
        ends.add(reference, End.MISSING_BACK, missing);
        ends.add(reference, End.NOT_YET_BACK, notYet);
        // Below zero where more were counted afterwards than aboard: a difference is shown and not hidden.
        ends.add(
                reference,
                End.NOT_SAID,
                state.seats().returnees() - state.handedOver() - left - back - missing - notYet);
    }

    private static void addFunctions(Tally<Function> functions, OperationReference flight, Aboard state) {
        Seats seats = state.seats();
        functions.add(flight, Function.RETURNEES, seats.returnees());
        functions.add(flight, Function.ESCORTS, seats.escorts());
        functions.add(flight, Function.MEDICAL, seats.medical());
        functions.add(flight, Function.INTERPRETERS, seats.interpreters());
        functions.add(flight, Function.MONITORS, seats.monitors());
        functions.add(flight, Function.OTHERS, seats.others());
        functions.add(flight, Function.DESTINATION_ESCORTS, state.destinationEscorts());
    }

    private List<Breakdown> monitors() {
        Tally<Watch> legs = Tally.of(Watch.values());
        Tally<Phase> phases = Tally.of(Phase.values());
        for (FlightFacts flight : flights) {
            flight.legs()
                    .forEach(leg -> legs.add(
                            flight.reference(), flight.isWatched(leg) ? Watch.WITH_MONITOR : Watch.WITHOUT_MONITOR, 1));
            for (Owed report : flight.reports()) {
                report.covers().forEach(phase -> phases.add(flight.reference(), phase, 1));
            }
        }
        Figure delivered = whole("reports", flight -> (int) flight.reports().stream()
                .filter(report -> report.delivered() != null)
                .count());
        return List.of(
                divided(
                        "watch",
                        whole("legs", flight -> flight.legs().size()),
                        named(legs, "legs/watch", "reports.watch.")),
                new Breakdown(
                        Sentence.of("reports.by.phase"),
                        delivered,
                        phases.figures("reports/phase", Phase::name, Phase::words),
                        true));
    }

    private List<Breakdown> stops() {
        Tally<Cause> causes = Tally.of(Cause.values());
        Tally<Scope> scopes = Tally.of(Scope.values());
        Tally<Lift> lifts = Tally.of(Lift.values());
        Tally<Gate> gates = new Tally<>();
        Tally<Lift> gateLifts = Tally.of(Lift.values());
        Tally<Cause> leftFor = Tally.of(Cause.values());
        Tally<Effect> effects = Tally.of(Effect.values());
        Tally<Rest> rests = Tally.of(Rest.values());
        for (FlightFacts flight : flights) {
            OperationReference reference = flight.reference();
            for (Ordered order : flight.orders()) {
                causes.add(reference, order.cause(), 1);
                scopes.add(reference, order.wholeFlight() ? Scope.WHOLE_FLIGHT : Scope.PEOPLE_OF_A_STATE, 1);
                lifts.add(reference, order.lifted() ? Lift.LIFTED : Lift.STANDS, 1);
            }
            flight.answers().stream().filter(Said::isStop).forEach(stop -> {
                gates.add(reference, stop.question().gate(), 1);
                gateLifts.add(reference, flight.isLifted(stop) ? Lift.LIFTED : Lift.STANDS, 1);
            });
            for (Left left : flight.left()) {
                leftFor.add(reference, left.cause(), left.persons());
                effects.add(reference, effect(left.point()), left.persons());
            }
            for (Suspended suspension : flight.suspensions()) {
                rests.add(reference, suspension.resumed() ? Rest.RESUMED : Rest.NOT_RESUMED, 1);
            }
        }
        Figure orders = whole("orders", flight -> flight.orders().size());
        Figure said = whole("gateStops", flight ->
                (int) flight.answers().stream().filter(Said::isStop).count());
        Figure left = whole(
                "left", flight -> flight.left().stream().mapToInt(Left::persons).sum());
        return List.of(
                divided("cause", orders, causes.figures("orders/cause", Cause::name, Cause::words)),
                divided("scope", orders, named(scopes, "orders/scope", "reports.scope.")),
                divided("lift", orders, named(lifts, "orders/lift", "reports.lift.")),
                divided("gate", said, gates.figures("gateStops/gate", Gate::number, Gate::title)),
                divided("lift", said, named(gateLifts, "gateStops/lift", "reports.lift.")),
                divided("cause", left, leftFor.figures("left/cause", Cause::name, Cause::words)),
                divided("effect", left, named(effects, "left/effect", "reports.effect.")),
                divided(
                        "rest",
                        whole("suspensions", flight -> flight.suspensions().size()),
                        named(rests, "suspensions/rest", "reports.rest.")));
    }

    private static Effect effect(GatePoint point) {
        if (!point.isAfterBoarding()) {
            return Effect.NOT_BOARDED;
        }
        return point == GatePoint.STOPOVER ? Effect.LEFT_AIRCRAFT : Effect.FLOWN_BACK;
    }

    private List<Breakdown> incidents() {
        Tally<IncidentCategory> categories = Tally.of(IncidentCategory.values());
        Tally<SeriousIncident.State> states = Tally.of(SeriousIncident.State.values());
        SortedMap<OperationReference, Integer> all = new TreeMap<>();
        for (IncidentCount count : incidents) {
            categories.add(count.reference(), count.category(), count.incidents());
            states.add(count.reference(), count.state(), count.incidents());
            all.merge(count.reference(), count.incidents(), Integer::sum);
        }
        Figure whole = new Figure("incidents", Sentence.of("reports.whole.incidents"), all);
        return List.of(
                divided(
                        "category",
                        whole,
                        categories.figures("incidents/category", IncidentCategory::name, IncidentCategory::words)),
                divided(
                        "standing",
                        whole,
                        states.figures("incidents/state", SeriousIncident.State::name, SeriousIncident.State::words)));
    }

    private List<Breakdown> complaints() {
        Tally<Complaint.State> states = Tally.of(Complaint.State.values());
        SortedMap<OperationReference, Integer> all = new TreeMap<>();
        for (ComplaintCount count : complaints) {
            states.add(count.reference(), count.state(), count.complaints());
            all.merge(count.reference(), count.complaints(), Integer::sum);
        }
        return List.of(divided(
                "standing",
                new Figure("complaints", Sentence.of("reports.whole.complaints"), all),
                states.figures("complaints/state", Complaint.State::name, Complaint.State::words)));
    }

    private List<Breakdown> returned() {
        Tally<Party> states = new Tally<>();
        for (FlightFacts flight : flights) {
            for (Aboard state : flight.aboard()) {
                states.add(flight.reference(), state.party(), landed(state));
            }
        }
        return List.of(divided(
                "state",
                whole("returned", flight -> ofStates(flight, ReportChapters::landed)),
                states.figures("returned/state", Party::code, party -> party::name)));
    }

    private static int landed(Aboard state) {
        Integer landed = state.landed();
        return landed == null ? 0 : landed;
    }

    private List<Breakdown> late() {
        Tally<Answered> answers = Tally.of(Stream.concat(
                        Stream.of(Answered.IN_TIME),
                        Stream.concat(GatePoint.countDown().stream(), Stream.of(GatePoint.BOARDING))
                                .map(point -> new Answered(true, point)))
                .toArray(Answered[]::new));
        Tally<Delivery> reports = Tally.of(Delivery.values());
        for (FlightFacts flight : flights) {
            for (Said said : flight.firstAnswers()) {
                answers.add(
                        flight.reference(),
                        flight.isLate(said) ? new Answered(true, said.question().point()) : Answered.IN_TIME,
                        1);
            }
            flight.reports().forEach(report -> reports.add(flight.reference(), delivery(report), 1));
        }
        return List.of(
                divided(
                        "punctuality",
                        whole("answers", flight -> flight.firstAnswers().size()),
                        answers.figures("answers/punctuality", Answered::key, Answered::words)),
                divided(
                        "punctuality",
                        whole("reportsOwed", flight -> flight.reports().size()),
                        named(reports, "reportsOwed/punctuality", "reports.delivery.")));
    }

    private Delivery delivery(Owed report) {
        Instant delivered = report.delivered();
        if (delivered == null) {
            return now.isAfter(report.due()) ? Delivery.OVERDUE : Delivery.AWAITED;
        }
        return delivered.isAfter(report.due()) ? Delivery.LATE : Delivery.IN_TIME;
    }

    private Figure whole(String key, ToIntFunction<FlightFacts> count) {
        SortedMap<OperationReference, Integer> byFlight = new TreeMap<>();
        flights.forEach(flight -> byFlight.put(flight.reference(), count.applyAsInt(flight)));
        return new Figure(key, Sentence.of("reports.whole." + key), byFlight);
    }

    private static int ofStates(FlightFacts flight, ToIntFunction<Aboard> count) {
        return flight.aboard().stream().mapToInt(count).sum();
    }

    private static Breakdown divided(String by, Figure whole, List<Figure> parts) {
        return new Breakdown(Sentence.of("reports.by." + by), whole, parts, false);
    }

    private static <E extends Enum<E>> List<Figure> named(Tally<E> tally, String key, String texts) {
        return tally.figures(key, E::name, one -> Sentence.of(texts + one.name()));
    }
}
