package org.jointflights.process.planning;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.jointflights.process.TypedForms.quote;
import static org.jointflights.process.TypedForms.seats;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.flight.WithdrawalRules;
import org.jointflights.application.flight.acts.WithdrawState;
import org.jointflights.application.notice.Outbox;
import org.jointflights.application.planning.Quotes;
import org.jointflights.application.work.WorkLog;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.flight.Participation.Status;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class PlanningProcessTest {

    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");
    private static final Party ES = new Party("ES");

    @Autowired
    TasklistUsers users;

    @Autowired
    TestClock clock;

    @Autowired
    TaskService tasks;

    @Autowired
    Flights flights;

    @Autowired
    Participations participations;

    @Autowired
    Quotes quotes;

    @Autowired
    WithdrawalRules rules;

    @Autowired
    WorkLog work;

    @Autowired
    Outbox outbox;

    @Autowired
    WithdrawState states;

    @Autowired
    RepositoryService models;

    @BeforeEach
    void open() {
        users.open();
    }

    @Test
    void a_proposal_becomes_a_flight_with_a_reference_and_asks_every_state() {
        OperationReference flight = proposed(Map.of());

        assertThat(flight.value()).matches("JRO-2027-\\d{4}");
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.PLANNING);
        assertThat(flights.get(flight).route()).hasToString("CDG – STN – MAD – LOS – CDG");
        assertThat(users.openTasks(flight))
                .containsExactly("userTask_answerOffer", "userTask_answerOffer", "userTask_answerOffer");
        assertThat(outbox.of(flight))
                .extracting(notice -> notice.recipient())
                .containsExactlyInAnyOrder("FRcoordinator", "GBcoordinator", "EScoordinator");
    }

    @Test
    void who_coordinates_for_one_state_need_not_say_which_organises() {
        OperationReference flight = proposed(Map.of("organiser", ""));

        assertThat(flights.get(flight).organiser()).isEqualTo(FR);
    }

    @Test
    void who_coordinates_for_several_is_not_guessed_at() {
        int before = flights.all().size();
        TasklistUsers.Person both = users.as("frcoordinator", "FRcoordinator", "GBcoordinator");

        assertThatThrownBy(() -> both.proposes(Map.of("organiser", "")))
                .hasStackTraceContaining("You coordinate for FR, GB: say which of them organises");
        assertThat(flights.all()).hasSize(before);
        assertThat(flights.get(both.proposes(Map.of("organiser", "GB", "invited", "FR, ES")))
                        .organiser())
                .isEqualTo(GB);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-05-20 09:30", "2027-05-20T09:30"})
    void a_departure_is_taken_as_people_write_it_and_as_a_field_for_date_and_time_sends_it(String typed) {
        OperationReference flight = proposed(Map.of("departure", typed));

        assertThat(flights.get(flight).departure()).isEqualTo("2027-05-20T09:30+02:00[Europe/Paris]");
    }

    @Test
    void nothing_that_was_typed_into_the_start_form_stays_behind_as_a_variable() {
        ProcessInstance instance = users.instance("jointFlight", proposed(Map.of()));

        assertThat(instance)
                .variables()
                .containsOnlyKeys("reference", "organiser", "withdrawalsDone", "withdrawalsOpen", "cancelled");
    }

    @Test
    void states_answer_and_the_plan_goes_on_to_cost_sharing() {
        OperationReference flight = answered();
        ProcessInstance planning = users.instance("flightPlanning", flight);

        settle(flight);
        users.as("frcoordinator").completes("userTask_enterQuote", flight, quote("Air One", "262,000.00", true));
        users.as("frcoordinator").completes("userTask_enterQuote", flight, quote("Air Two", "271 500,00", false));
        users.as("frcoordinator").completes("userTask_chooseCarrier", flight, Map.of("quote", "1"));

        assertThat(planning).isEnded().hasPassed("endEvent_planned");
        assertThat(quotes.of(flight)).extracting(quote -> quote.isChosen()).containsExactly(true, false);
        assertThat(work.of(flight))
                .extracting(done -> done.actor())
                .containsExactlyInAnyOrder(
                        "frcoordinator",
                        "gbcoordinator",
                        "escoordinator",
                        "frcoordinator",
                        "frcoordinator",
                        "frcoordinator",
                        "frcoordinator");
    }

    @Test
    void an_answer_can_be_corrected_until_the_deadline() {
        OperationReference flight = proposed(Map.of());
        users.as("gbcoordinator").completes("userTask_answerOffer", flight, seats(22, 38, "STN", false));

        users.as("gbcoordinator").completes("userTask_correctAnswer", flight, seats(18, 38, "STN", false));
        users.as("gbcoordinator").completes("userTask_correctAnswer", flight, seats(20, 36, "STN", true));

        assertThat(participations.get(flight, GB).seats()).isEqualTo(new Seats(20, 36, 0, 0, 0, 0));
    }

    @Test
    void a_state_that_does_not_answer_is_reminded_and_then_out() {
        OperationReference flight = proposed(Map.of());

        users.fireTimer("boundaryEvent_reminder", flight);
        users.runJobs(flight);
        assertThat(outbox.of(flight))
                .filteredOn(notice -> notice.text().code().equals("notice.offerReminder"))
                .hasSize(3);

        users.fireTimer("boundaryEvent_deadline", flight);
        users.runJobs(flight);
        assertThat(participations.get(flight, ES).status()).isEqualTo(Status.DECLINED);
        assertThat(users.openTasks(flight)).containsExactly("userTask_consolidatePlan");
    }

    @Test
    void a_state_that_withdraws_is_no_longer_asked() {
        OperationReference flight = proposed(Map.of());

        users.as("gbcoordinator")
                .does(() ->
                        states.withdraw(flight, GB, WithdrawalCause.LEGAL, "No aircraft seats are needed any more"));
        users.runJobs(flight);

        assertThat(participations.get(flight, GB).status()).isEqualTo(Status.WITHDRAWN);
        assertThat(users.openTasks(flight))
                .containsExactly("userTask_acknowledgeWithdrawal", "userTask_answerOffer", "userTask_answerOffer");
    }

    @Test
    void the_deadline_is_ten_working_days_and_the_reminder_two_before() {
        OperationReference flight = proposed(Map.of());

        // Monday 1 March 2027, 10:00 in Paris; ten working days later, at six in the evening.
        assertThat(users.timers("boundaryEvent_deadline", flight)
                        .get(0)
                        .getDuedate()
                        .toInstant())
                .isEqualTo(Instant.parse("2027-03-15T17:00:00Z"));
        assertThat(users.timers("boundaryEvent_reminder", flight)
                        .get(0)
                        .getDuedate()
                        .toInstant())
                .isEqualTo(Instant.parse("2027-03-11T17:00:00Z"));
    }

    @Test
    void further_states_can_be_invited_and_only_they_are_asked() {
        OperationReference flight = answered();

        users.as("frcoordinator")
                .completes("userTask_consolidatePlan", flight, Map.of("decision", "invite", "invited", "SE, NO"));
        users.runJobs(flight);

        assertThat(users.openTasks(flight)).containsExactly("userTask_answerOffer", "userTask_answerOffer");
        users.as("secoordinator").completes("userTask_answerOffer", flight, seats(4, 9, "CDG", true));
    }

    @Test
    void a_plan_that_cannot_be_flown_is_given_up() {
        OperationReference flight = answered();
        ProcessInstance whole = users.instance("jointFlight", flight);

        users.as("frcoordinator").completes("userTask_consolidatePlan", flight, Map.of("decision", "give_up"));

        assertThat(flights.get(flight).stage()).isEqualTo(Stage.GIVEN_UP);
        users.runJobs(flight);
        users.fireTimer("event_termOver", flight);
        users.runJobs(flight);
        assertThat(whole).isEnded().hasPassed("endEvent_givenUp");
    }

    @ParameterizedTest
    @CsvSource({"used, USED", "TAPERED, TAPERED"})
    void the_organiser_says_what_empty_seats_do(String typed, WithdrawalRule rule) {
        OperationReference flight = answered();
        Map<String, Object> fields = new HashMap<>(crew());
        fields.putAll(Map.of("decision", "settled", "emptySeats", typed));

        users.as("frcoordinator").completes("userTask_consolidatePlan", flight, fields);

        assertThat(rules.of(flight)).isEqualTo(rule);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void a_plan_is_not_settled_without_saying_what_empty_seats_do(@Nullable String typed) {
        OperationReference flight = answered();

        assertThatThrownBy(() -> users.as("frcoordinator")
                        .completes("userTask_consolidatePlan", flight, settledWithEmptySeats(typed)))
                .hasStackTraceContaining(BadInput.class.getName())
                .hasMessageContaining("What empty seats do");
        assertThat(users.openTasks(flight)).containsExactly("userTask_consolidatePlan");
    }

    private static Map<String, Object> settledWithEmptySeats(@Nullable String typed) {
        Map<String, Object> fields = new HashMap<>(crew());
        fields.put("decision", "settled");
        fields.remove("emptySeats");
        if (typed != null) {
            fields.put("emptySeats", typed);
        }
        return fields;
    }

    @Test
    void a_rule_for_empty_seats_that_there_is_not_is_refused_in_a_sentence() {
        OperationReference flight = answered();
        Map<String, Object> fields = new HashMap<>(crew());
        fields.putAll(Map.of("decision", "settled", "emptySeats", "half"));

        assertThatThrownBy(() -> users.as("frcoordinator").completes("userTask_consolidatePlan", flight, fields))
                .hasMessageContaining("What empty seats do")
                .hasMessageContaining("half")
                .hasMessageContaining("COMMITTED, COMMITTED_WITH_RELEASE, TAPERED");
        assertThat(users.openTasks(flight)).containsExactly("userTask_consolidatePlan");
    }

    @Test
    void a_forged_variable_is_refused_and_the_task_stays_open() {
        OperationReference flight = answered();
        Map<String, Object> forged = new HashMap<>(crew());
        forged.put("decision", "give_up");
        forged.put("planned", true);

        assertThatThrownBy(() -> users.as("frcoordinator").completes("userTask_consolidatePlan", flight, forged))
                .hasMessageContaining("planned is not a field of this form");
        assertThat(users.openTasks(flight)).containsExactly("userTask_consolidatePlan");
    }

    @Test
    void one_party_never_sees_what_another_typed() {
        OperationReference flight = proposed(Map.of());
        Task spain = users.as("escoordinator").open("userTask_answerOffer", flight);

        users.as("gbcoordinator").completes("userTask_answerOffer", flight, seats(22, 38, "STN", false));

        assertThat(tasks.getVariables(spain.getId()).get("returnees")).isNull();
    }

    @Test
    void an_unclaimed_task_or_one_of_another_group_is_not_completed() {
        OperationReference flight = proposed(Map.of());
        Task spain = users.as("escoordinator").open("userTask_answerOffer", flight);

        assertThatThrownBy(() -> users.as("escoordinator").submits(spain, seats(1, 2, "MAD", true)))
                .hasStackTraceContaining("Nobody has claimed this task");
        assertThatThrownBy(() -> users.as("gbcoordinator").completes(spain, seats(1, 2, "MAD", true)))
                .hasStackTraceContaining("does not have one of the following permissions: 'TASK_WORK'");
        assertThatThrownBy(() -> users.as("escoordinator").does(() -> tasks.complete(spain.getId())))
                .hasMessageContaining("completed with its form");
        assertThat(participations.get(flight, ES).status()).isEqualTo(Status.INVITED);
    }

    @Test
    void answers_that_cannot_be_are_refused_in_a_sentence_and_nothing_is_stored() {
        OperationReference flight = proposed(Map.of());
        List<Map<String, Object>> wrong = List.of(
                seats(-1, 2, "STN", true),
                seats(300, 2, "STN", true),
                seats(0, 2, "STN", true),
                seats(5, 2, "LHR", true),
                seats(5, 2, "LOS", true),
                Map.of("takesPart", "perhaps"),
                Map.of("takesPart", "no"),
                Map.of());

        for (Map<String, Object> fields : wrong) {
            assertThatThrownBy(() -> users.as("gbcoordinator").completes("userTask_answerOffer", flight, fields))
                    .as("%s", fields)
                    .hasStackTraceContaining("BadInput");
        }
        assertThat(participations.get(flight, GB).status()).isEqualTo(Status.INVITED);
        assertThat(participations.get(flight, GB).seats()).isEqualTo(Seats.NONE);
    }

    @Test
    void proposals_that_cannot_be_are_refused_and_no_flight_is_made() {
        int before = flights.all().size();
        Map<Map<String, String>, String> wrong = Map.ofEntries(
                entry(Map.of("organiser", "UK"), "The ISO code of that state is GB"),
                entry(Map.of("organiser", "GB"), "Only a coordinator of GB proposes flights in its name"),
                entry(Map.of("type", "XRO"), "Choose one of: JRO"),
                entry(Map.of("legalBasis", ""), "name the agreement under which GB takes part"),
                entry(Map.of("type", "NRO"), "in a “National return operation” one state takes part"),
                entry(Map.of("type", "FRONTEX"), "a flight of that kind is organised by FX"),
                entry(Map.of("type", "BILATERAL", "invited", ""), "goes to a state that is known here"),
                entry(
                        Map.of("type", "BILATERAL", "invited", "", "destinationState", "FR"),
                        "does not send people on it"),
                entry(Map.of("destinationState", "SE"), "does not go to a state of this system"),
                entry(Map.of("legalBasis", "x".repeat(201)), "200"),
                entry(Map.of("destination", " "), "is empty"),
                entry(Map.of("embarkations", "XXX"), "Enter the IATA code of a known airport"),
                entry(Map.of("destinations", ""), "is empty"),
                entry(Map.of("departure", "2020-01-01 09:00"), "that moment has passed"),
                entry(Map.of("departure", "20 May 2027"), "Enter date and time in the departure airport"),
                entry(Map.of("departure", "2027-03-28 02:30"), "Enter date and time in the departure airport"),
                entry(Map.of("capacity", "1.5"), "Enter a whole number from 1 to 500"),
                entry(Map.of("capacity", "NaN"), "Enter a whole number from 1 to 500"),
                entry(Map.of("capacity", "99999999999999999999"), "Enter a whole number from 1 to 500"),
                entry(Map.of("invited", ""), "needs at least one state besides the organiser"),
                entry(Map.of("invited", "FX"), "Frontex co-ordinates every flight and is not invited"),
                entry(Map.of("invited", "E"), "two-letter ISO code in capitals"),
                entry(Map.of("reference", "JRO-2027-0001"), "reference is not a field of this form"));

        SoftAssertions.assertSoftly(all -> wrong.forEach((change, sentence) ->
                all.assertThatThrownBy(() -> proposed(change)).as("%s", change).hasStackTraceContaining(sentence)));
        assertThat(flights.all()).hasSize(before);
    }

    @Test
    void a_carrier_that_is_not_the_cheapest_needs_a_reason() {
        OperationReference flight = answered();
        settle(flight);
        users.as("frcoordinator").completes("userTask_enterQuote", flight, quote("Air One", "262,000.00", true));
        users.as("frcoordinator").completes("userTask_enterQuote", flight, quote("Air Two", "271,500.00", false));

        assertThatThrownBy(() ->
                        users.as("frcoordinator").completes("userTask_chooseCarrier", flight, Map.of("quote", "2")))
                .hasStackTraceContaining("not the cheapest");
        users.as("frcoordinator")
                .completes("userTask_chooseCarrier", flight, Map.of("quote", "2", "reason", "Doctor's seat row"));
        assertThat(quotes.of(flight)).extracting(quote -> quote.isChosen()).containsExactly(false, true);
    }

    private OperationReference proposed(Map<String, String> changes) {
        return users.as("frcoordinator").proposes(changes);
    }

    private OperationReference answered() {
        OperationReference flight = proposed(Map.of());
        users.as("frcoordinator").completes("userTask_answerOffer", flight, seats(14, 29, "CDG", true));
        users.as("gbcoordinator").completes("userTask_answerOffer", flight, seats(22, 38, "STN", true));
        users.as("escoordinator").completes("userTask_answerOffer", flight, seats(24, 40, "MAD", true));
        return flight;
    }

    private void settle(OperationReference flight) {
        Map<String, Object> fields = new HashMap<>(crew());
        fields.put("decision", "settled");
        users.as("frcoordinator").completes("userTask_consolidatePlan", flight, fields);
    }

    private static Map<String, Object> crew() {
        return Map.of(
                "escortLeader", "FR border police",
                "doctor", "FR medical service",
                "interpreter", "English and Yoruba, FR",
                "monitor", "CGLPL",
                "emptySeats", "committed");
    }
}
