package org.jointflights.process.planning;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.planning.AnswerOffer;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.OpenTask;
import org.springframework.stereotype.Component;

/** What answering the offer and correcting the answer have in common. */
@Component
class OfferAnswer {

    static final Set<String> FIELDS = Set.of(
            "takesPart",
            "returnees",
            "escorts",
            "medical",
            "interpreters",
            "monitors",
            "others",
            "embarkation",
            "handOver",
            "reason",
            "answerFinal");

    static final Set<String> SHOWS =
            Set.of("flightSummary", "replyByText", "partyName", "embarkationOptions", "handOverOptions");

    private final Flights flights;
    private final Participations participations;
    private final AnswerOffer planning;
    private final FlightView view;

    OfferAnswer(Flights flights, Participations participations, AnswerOffer planning, FlightView view) {
        this.flights = flights;
        this.participations = participations;
        this.planning = planning;
        this.view = view;
    }

    void show(OpenTask task) {
        Flight flight = flights.get(task.reference());
        view.showFlight(task);
        showDeadline(task);
        task.show("partyName", FormLanguage.name(task.party()))
                .showRows("embarkationOptions", options(flight.route().embarkations()))
                .showRows("handOverOptions", options(flight.route().destinations()));
    }

    void showDeadline(OpenTask task) {
        ZoneId zone = flights.get(task.reference()).departure().getZone();
        task.show(
                "replyByText",
                FormLanguage.moment(task.read(PlanningProcess.REPLY_BY).atZone(zone)));
    }

    void prefill(OpenTask task) {
        Participation answer = participations.get(task.reference(), task.party());
        if (answer.status() == Status.DECLARED) {
            Seats seats = answer.seats();
            task.prefill("takesPart", "yes")
                    .prefill("returnees", (long) seats.returnees())
                    .prefill("escorts", (long) seats.escorts())
                    .prefill("medical", (long) seats.medical())
                    .prefill("interpreters", (long) seats.interpreters())
                    .prefill("monitors", (long) seats.monitors())
                    .prefill("others", (long) seats.others())
                    .prefill("embarkation", answer.embarkation())
                    .prefill("handOver", answer.handOver());
        } else {
            task.prefill("takesPart", "no").prefill("reason", answer.reason());
        }
    }

    void take(CompletedTask task) {
        TypedFields answers = task.answers();
        if (answers.yes("takesPart")) {
            planning.declare(
                    task.reference(),
                    task.party(),
                    new Seats(
                            answers.wholeNumberOrZero("returnees", 500),
                            answers.wholeNumberOrZero("escorts", 500),
                            answers.wholeNumberOrZero("medical", 500),
                            answers.wholeNumberOrZero("interpreters", 500),
                            answers.wholeNumberOrZero("monitors", 500),
                            answers.wholeNumberOrZero("others", 500)),
                    answers.text("embarkation"),
                    answers.optionalText("handOver").orElse(null));
        } else {
            planning.decline(task.reference(), task.party(), answers.remark("reason"));
        }
        task.decide(PlanningProcess.ANSWER_FINAL, answers.yes("answerFinal"));
    }

    private static List<Map<String, String>> options(List<String> airports) {
        return airports.stream()
                .map(airport -> Map.of("label", FormLanguage.place(airport), "value", airport))
                .toList();
    }
}
