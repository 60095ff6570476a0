package org.jointflights.process.flight;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Permits;
import org.jointflights.application.flight.acts.ContractCarrier;
import org.jointflights.application.flight.acts.PermitFields;
import org.jointflights.domain.Day;
import org.jointflights.domain.Moment;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Permit;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

@Component
class RecordPermitsForm implements TaskForm {

    private final ContractCarrier contracting;
    private final Permits permits;
    private final FlightView view;
    private final Flights flights;
    private final Clock clock;

    RecordPermitsForm(ContractCarrier contracting, Permits permits, FlightView view, Flights flights, Clock clock) {
        this.contracting = contracting;
        this.permits = permits;
        this.view = view;
        this.flights = flights;
        this.clock = clock;
    }

    @Override
    public String task() {
        return "userTask_recordPermits";
    }

    @Override
    public Set<String> fields() {
        return Stream.of(Permit.Kind.values())
                .flatMap(kind -> names(kind).keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> shows() {
        return Set.of("flightSummary", "seatRows", "permitRows");
    }

    @Override
    public void open(OpenTask task) {
        view.show(task);
        ZoneId zone = zone(task.reference());
        task.showRows(
                "permitRows",
                permits.of(task.reference()).stream()
                        .map(permit -> row(permit, zone))
                        .toList());
    }

    private static Map<String, String> row(Permit permit, ZoneId zone) {
        return Map.of(
                "kind",
                FormLanguage.say(permit.words()),
                "number",
                Objects.requireNonNullElse(permit.number(), ""),
                "requested",
                permit.requested() == null ? "" : FormLanguage.say(Moment.of(permit.requested(), zone)),
                "answer",
                FormLanguage.say(permit.answer().words()),
                "validOn",
                permit.validUntil() == null ? "" : FormLanguage.say(new Day(permit.validUntil())));
    }

    @Override
    public void complete(CompletedTask task) {
        ZoneId zone = zone(task.reference());
        contracting.record(
                task.reference(),
                Stream.of(Permit.Kind.values())
                        .filter(kind -> kind != Permit.Kind.TRANSIT || isGiven(task, kind))
                        .map(kind -> PermitFields.read(
                                task.reference(), kind, task.answers().named(names(kind)), zone, clock.instant()))
                        .toList());
    }

    private ZoneId zone(OperationReference reference) {
        return flights.get(reference).departure().getZone();
    }

    /** Landing and overflight are always recorded, transit where there is one. */
    private static boolean isGiven(CompletedTask task, Permit.Kind kind) {
        return names(kind).keySet().stream().anyMatch(field -> !task.answers().isEmpty(field));
    }

    /** What the form calls the fields of a permit, and what every permit calls them. */
    private static Map<String, String> names(Permit.Kind kind) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return Map.of(
                name + "State", "permitState",
                name + "Number", "permitNumber",
                name + "Requested", "requestedOn",
                name + "Answer", "permitAnswer",
                name + "Answered", "answeredOn",
                name + "Day", "validOn");
    }
}
