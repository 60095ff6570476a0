package org.jointflights.process.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.jointflights.process.operation.OperationCrew.FR;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.security.StoredState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everything that people type between the first listing and the way back, one field wrong at a time: each is refused by that
 * field, in both languages, and not one row of the database is another one afterwards.
 */
class BadInputsTest extends OperationCase {

    /** Where somebody types, by the step of the flight. */
    private enum Place {
        LIST("frlegal1", "userTask_confirmGates"),
        NOTICE("frlegal1", "userTask_confirmGates"),
        WEEK("frcoordinator", "userTask_confirmGates"),
        CREW("frescortleader", "userTask_confirmGates"),
        BODY("frmonitor", "userTask_confirmGates"),
        DOCTOR("frdoctor", "userTask_confirmBoarding"),
        COUNT("frescortleader", "userTask_countAboard"),
        CLEARANCE("frescortleader", "userTask_clearDeparture"),
        LANDING("frescortleader", "userTask_recordLanding"),
        LAST_CALL("frdoctor", "userTask_answerLastCall"),
        HAND_OVER("frescortleader", "userTask_confirmHandOver"),
        WAY_BACK("seescortleader", "userTask_countReturned"),
        STOP("frlegal1", "stop-people"),
        LIFT("sedoctor", "lift-stop"),
        LEFT("frescortleader", "leave-behind"),
        END("executive1", "end-operation"),
        SUSPENSION("rightsofficer1", "suspend");

        private final String user;
        private final String step;

        Place(String user, String step) {
            this.user = user;
            this.step = step;
        }

        boolean isTask() {
            return step.startsWith("userTask");
        }
    }

    /** Where, which field, what is typed there ({@code -}: nothing), and by which field it is refused. */
    private static final List<String> WRONG = List.of(
            "LIST answer1 MAYBE answerG1",
            "LIST answer1 - answerG1",
            "LIST answer1 STOP reasonG1",
            "LIST answer2 CONFIRMED answer",
            "LIST reason1 ill reasonG1",
            "LIST decisions - decisions",
            "LIST decisions 9 decisions",
            "LIST decisions -1 decisions",
            "LIST decisions ten decisions",
            "LIST decisions 10.5 decisions",
            "LIST decisions 1e9 decisions",
            "LIST listDay - listDay",
            "LIST listDay 2099-01-01 listDay",
            "LIST listDay 2027-02-30 listDay",
            "LIST listDay yesterday listDay",
            "LIST listVersion - listVersion",
            "LIST listVersion one listVersion",
            "LIST listHash - listHash",
            "LIST listHash abc listHash",
            "LIST issuingAuthority - issuingAuthority",
            "LIST issuingAuthority LONG issuingAuthority",
            "LIST takenOff 501 takenOff",
            "LIST takenOff -1 takenOff",
            "LIST takenOff 1 cause",
            "NOTICE servedOn - servedOn",
            "NOTICE servedOn 2099-01-01 servedOn",
            "NOTICE servedOn 20.3.2027 servedOn",
            "NOTICE complaintForms - complaintForms",
            "NOTICE complaintForms 9 complaintForms",
            "NOTICE complaintForms all complaintForms",
            "WEEK waitingPlaces - waitingPlaces",
            "WEEK waitingPlaces 9 waitingPlaces",
            "WEEK needs - needs",
            "WEEK needs 11 needs",
            "WEEK needs -1 needs",
            "CREW languages - languages",
            "CREW languages 2 languages",
            "CREW languages -1 languages",
            "CREW dutyHours - dutyHours",
            "CREW dutyHours 17 dutyHours",
            "CREW dutyHours long dutyHours",
            "CREW needsKnown - needsKnown",
            "CREW needsKnown -1 needsKnown",
            "BODY monitoringBody - monitoringBody",
            "BODY monitoringBody LONG monitoringBody",
            "BODY monitoringBody ORGANISER monitoringBody",
            "DOCTOR answer1 FIT answerG4",
            "DOCTOR answer1 STOP reasonG4",
            "COUNT returnees - returnees",
            "COUNT returnees 11 returnees",
            "COUNT returnees -1 returnees",
            "COUNT returnees all returnees",
            "COUNT returnees 9 absent",
            "COUNT escorts 13 escorts",
            "COUNT escorts -2 escorts",
            "COUNT monitors 2 monitors",
            "COUNT medical 1.5 medical",
            "CLEARANCE decision GO decision",
            "CLEARANCE decision - decision",
            "CLEARANCE landing 2020-01-01_10:00 landing",
            "CLEARANCE landing 2030-01-01_10:00 landing",
            "CLEARANCE landing soon landing",
            "LANDING outcome CRASHED outcome",
            "LANDING outcome - outcome",
            "LANDING outcome TURNED_BACK reason",
            "LANDING outcome REFUSED_ON_ARRIVAL reason",
            "LANDING outcome DIVERTED airportInstead",
            "LAST_CALL answer1 CLEAR answerG4",
            "LAST_CALL answer1 STOP reasonG4",
            "HAND_OVER handedOver - handedOver",
            "HAND_OVER handedOver 11 handedOver",
            "HAND_OVER handedOver -1 handedOver",
            "HAND_OVER handedOver 9 handedOver",
            "HAND_OVER notHandedOver 1 handedOver",
            "HAND_OVER withProperty - withProperty",
            "HAND_OVER withProperty 11 withProperty",
            "WAY_BACK landedBack - landedBack",
            "WAY_BACK landedBack 6 landedBack",
            "WAY_BACK landedBack some landedBack",
            "WAY_BACK missing 1 landedBack",
            "STOP stopped XX stopped",
            "STOP stopped BE stopped",
            "STOP stopped - stopped",
            "STOP cause WEATHER cause",
            "STOP cause - cause",
            "STOP reason - reason",
            "LIFT stopNumber 7 stopNumber",
            "LIFT stopNumber one stopNumber",
            "LIFT view - view",
            "LEFT leftBehind GB leftBehind",
            "LEFT cause HUNGER cause",
            "LEFT reason - reason",
            "END reason - reason",
            "SUSPENSION reason - reason");

    @Autowired
    private TaskService tasks;

    @Autowired
    private SubmitFlightAct acts;

    @Autowired
    private JdbcClient database;

    private final Map<Place, OperationReference> flights = new EnumMap<>(Place.class);
    private final Map<Place, Task> open = new EnumMap<>(Place.class);

    @Test
    void each_is_refused_by_its_field_and_changes_nothing() {
        countDown();
        aircraft();

        SoftAssertions all = new SoftAssertions();
        for (String line : WRONG) {
            String[] parts = line.split(" ", -1);
            Place place = Place.valueOf(parts[0]);
            Map<String, Object> fields = right(place);
            String typed = typed(parts[2]);
            if (typed.isEmpty()) {
                fields.remove(parts[1]);
                fields.put(parts[1], "");
            } else {
                fields.put(parts[1], typed);
            }
            List<Object> before = StoredState.of(database);
            Throwable refused = refusal(catchThrowable(() -> submit(place, fields)));
            assertThat(refused).as(line).isInstanceOf(BadInput.class);
            StoredState.assertUnchanged(before, database);
            BadInput bad = (BadInput) refused;
            all.assertThat(bad.field()).as(line).isEqualTo(parts[3]);
            for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                all.assertThat(bad.asSentence().in(language)).as(line).isNotBlank();
            }
        }
        all.assertAll();
        assertThat(WRONG).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(60);
    }

    private static String typed(String value) {
        return switch (value) {
            case "-" -> "";
            case "LONG" -> "x".repeat(1001);
            case "ORGANISER" -> "Direction nationale de la police aux frontières";
            default -> value.replace('_', value.contains(":") ? ' ' : '_');
        };
    }

    /** What would be right there. */
    private Map<String, Object> right(Place place) {
        Map<String, Object> fields = new HashMap<>();
        switch (place) {
            case LIST, NOTICE, WEEK, CREW, BODY, DOCTOR, LAST_CALL ->
                fields.putAll(crew.says(open.get(place), "CONFIRMED"));
            case COUNT ->
                fields.putAll(Map.of("returnees", 10, "escorts", 12, "medical", 1, "interpreters", 1, "monitors", 1));
            case CLEARANCE -> fields.put("decision", "CLEAR");
            case LANDING -> fields.put("outcome", "LANDED");
            case HAND_OVER -> fields.putAll(Map.of("handedOver", 10, "notHandedOver", 0, "withProperty", 10));
            case WAY_BACK -> fields.putAll(Map.of("landedBack", 5, "missing", 0));
            case STOP -> fields.putAll(Map.of("stopped", "SE", "cause", "COURT", "reason", "a stay"));
            case LIFT -> fields.putAll(Map.of("stopNumber", "1", "view", "agrees"));
            case LEFT -> fields.putAll(Map.of("leftBehind", "SE", "cause", "OTHER", "reason", "silence"));
            case END, SUSPENSION -> fields.put("reason", "fog");
        }
        return fields;
    }

    private void submit(Place place, Map<String, Object> fields) {
        if (place.isTask()) {
            users.as(place.user).submits(open.get(place), fields);
        } else {
            Map<String, String> typed = new HashMap<>();
            fields.forEach((field, value) -> typed.put(field, value.toString()));
            users.as(place.user).does(() -> acts.perform(flights.get(place), acts.named(place.step), typed));
        }
    }

    private static Throwable refusal(Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof BadInput)) {
            cause = cause.getCause();
        }
        return cause == null ? thrown : cause;
    }

    private void countDown() {
        Map.of(Place.LIST, "D_21", Place.NOTICE, "D_7", Place.WEEK, "D_7", Place.CREW, "D_3", Place.BODY, "D_3")
                .forEach((place, point) -> {
                    OperationReference flight = crew.frenchFlight();
                    crew.start(flight);
                    crew.nextPoint(flight, point);
                    claim(place, flight);
                });
    }

    /** One flight for each step at the aircraft, so that each is tried where it stands. */
    private void aircraft() {
        OperationReference boarding = crew.frenchFlight();
        crew.start(boarding);
        crew.openBoarding(boarding);
        claim(Place.DOCTOR, boarding);
        OperationReference counting = crew.frenchFlight();
        crew.start(counting);
        crew.openBoarding(counting);
        crew.confirmAll("userTask_confirmBoarding", counting);
        claim(Place.COUNT, counting);
        OperationReference cleared = crew.frenchFlight();
        crew.start(cleared);
        crew.openBoarding(cleared);
        crew.confirmAll("userTask_confirmBoarding", cleared);
        crew.countsAboard(FR, "userTask_countAboard", cleared, 10);
        crew.countsAboard(OperationCrew.SE, "userTask_countAboard", cleared, 5);
        claim(Place.CLEARANCE, cleared);
        OperationReference flying = crew.frenchFlightInTheAir();
        claim(Place.LANDING, flying);
        List.of(Place.STOP, Place.LIFT, Place.LEFT, Place.END, Place.SUSPENSION)
                .forEach(place -> flights.put(place, flying));
        users.as("frdoctor")
                .does(() -> acts.perform(
                        flying,
                        acts.named("stop-people"),
                        Map.of("stopped", "SE", "cause", "MEDICAL", "reason", "somebody is ill")));
        OperationReference landed = crew.frenchFlightInTheAir();
        crew.lands(FR, landed);
        claim(Place.LAST_CALL, landed);
        OperationReference arrived = crew.frenchFlightInTheAir();
        crew.lands(FR, arrived);
        for (String group : List.of("FRlegal", "FRdoctor", "SEdoctor", "rightsOfficer")) {
            crew.confirm(group, "userTask_answerLastCall", arrived);
        }
        users.fireTimer("boundaryEvent_lastCallOver", arrived);
        users.runJobs(arrived);
        claim(Place.HAND_OVER, arrived);
        OperationReference back = crew.frenchFlightInTheAir();
        crew.leader(FR)
                .completes("userTask_recordLanding", back, Map.of("outcome", "TURNED_BACK", "reason", "the weather"));
        users.runJobs(back);
        claim(Place.WAY_BACK, back);
    }

    private void claim(Place place, OperationReference flight) {
        Task task = users.as(place.user).open(place.step, flight);
        users.as(place.user).does(() -> tasks.claim(task.getId(), place.user));
        flights.put(place, flight);
        open.put(place, task);
    }
}
