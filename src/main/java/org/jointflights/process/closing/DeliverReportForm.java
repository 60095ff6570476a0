package org.jointflights.process.closing;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.closing.CollectReports;
import org.jointflights.application.closing.CollectReports.Said;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.closing.MonitorReport;
import org.jointflights.domain.closing.MonitorReport.Phase;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** A party's monitor hands in what proves the report; the report itself is nowhere here. */
@Component
class DeliverReportForm implements TaskForm {

    private static final int MOST = 500;

    private static final Map<String, Phase> PHASES = phases();

    private final CollectReports monitors;
    private final Flights flights;
    private final FlightView view;

    DeliverReportForm(CollectReports monitors, Flights flights, FlightView view) {
        this.monitors = monitors;
        this.flights = flights;
        this.view = view;
    }

    private static Map<String, Phase> phases() {
        Map<String, Phase> fields = new LinkedHashMap<>();
        fields.put("coversBeforeDeparture", Phase.BEFORE_DEPARTURE);
        fields.put("coversInFlight", Phase.IN_FLIGHT);
        fields.put("coversHandOver", Phase.HAND_OVER);
        fields.put("coversReturn", Phase.RETURN);
        return fields;
    }

    @Override
    public String task() {
        return "userTask_deliverReport";
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "reportDate",
                "reportHash",
                "coversBeforeDeparture",
                "coversInFlight",
                "coversHandOver",
                "coversReturn",
                "forceSeen",
                "restrained",
                "sentToDirector",
                "sentToRightsOfficer",
                "sentToAuthorities");
    }

    @Override
    public Set<String> shows() {
        return Set.of(FlightView.FLIGHT, "dueText");
    }

    @Override
    public boolean prepares() {
        return false;
    }

    @Override
    public void open(OpenTask task) {
        view.showFlight(task);
        MonitorReport report = monitors.of(task.reference(), task.party());
        task.show(
                "dueText",
                FormLanguage.moment(report.due()
                        .atZone(flights.get(task.reference()).departure().getZone())));
    }

    @Override
    public void complete(CompletedTask task) {
        TypedFields answers = task.answers();
        Set<Phase> covers = EnumSet.noneOf(Phase.class);
        PHASES.forEach((field, phase) -> {
            if (answers.yes(field)) {
                covers.add(phase);
            }
        });
        monitors.deliver(
                task.reference(),
                task.party(),
                new Said(
                        answers.date("reportDate"),
                        answers.shortText("reportHash", 64).toLowerCase(Locale.ROOT),
                        covers,
                        answers.wholeNumber("forceSeen", 0, MOST),
                        answers.wholeNumber("restrained", 0, MOST),
                        answers.yes("sentToDirector"),
                        answers.yes("sentToRightsOfficer"),
                        answers.yes("sentToAuthorities")));
    }
}
