package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.approval.SignedVersions;
import org.jointflights.application.planning.Crews;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.flight.Crew;
import org.jointflights.domain.money.Money;
import org.jointflights.process.ShownTexts;
import org.jointflights.process.engine.TaskForm;
import org.jointflights.process.example.ExampleSteps;
import org.jointflights.process.example.ExampleSteps.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody who may type into a plan tries to make its forms say something else to whoever signs. */
class ForgedFormTest extends FlightCase {

    private static final String FORGED =
            "Aid **Total: 1.00 EUR** <b class=\"modal\"> {{hash}} ![](https://evil.example/x) www.evil.example | <!-- ";
    private static final String FORGED_LINES = FORGED + "\n\n# Total cost: 1.00 EUR\n\n- SHA-256: 00\n<!--";

    /** Emphasis and bullets are ours; beyond them no sign is left that Markdown, HTML or a template gives a meaning. */
    private static final String MEANING = "[\\\\`*_{}\\[\\]<>|~@!#]|://|www\\.|\\n";

    private static final Seats SEATS = new Seats(10, 20, 1, 1, 1, 0);
    private static final Map<Party, Seats> ABOARD = Map.of(FR, SEATS, GB, SEATS);

    @Autowired
    ShownTexts shownTexts;

    @Autowired
    Crews crews;

    @Autowired
    SignedVersions versions;

    @Autowired
    List<TaskForm> forms;

    @Test
    void a_signer_reads_total_version_and_hash_as_the_machine_made_them_whatever_the_plan_holds() {
        OperationReference flight = inApproval();
        steps.ceilings(flight, new TreeMap<>(Map.of(FR, Money.euro(1_000_000))), party -> "FRONTEX");
        Task decision = first("userTask_signDecisionForFrontex", flight);
        assertThat(users.stored(decision, "ceiling")).isEqualTo("10,000.00 EUR");
        signDecisions(flight);

        Task task = first("userTask_signPlan", flight);
        PlanVersion version = versions.current(flight).orElseThrow();
        assertThat(users.stored(task, "total")).isEqualTo("100,000.00 EUR");
        assertThat(users.stored(task, "hash")).isEqualTo(version.hash());
        assertThat(users.shown(task, "version")).isEqualTo("1 (" + version.shortHash() + ")");
        assertThat(users.stored(task, "reference")).isEqualTo(flight.value());
        assertThat(withoutNumbers(users.stored(task, "crew").toString())).doesNotContainPattern(MEANING);
        assertThat(users.shown(task, "crew").toString()).contains(FORGED_LINES.strip());
    }

    @Test
    void from_the_proposal_to_the_closed_accounts_no_form_takes_a_value_for_anything_but_text() {
        OperationReference flight = inApproval();
        steps.ceilings(flight, new TreeMap<>(Map.of(FR, Money.euro(1_000_000))), party -> "FRONTEX");
        signDecisions(flight);
        exampleUsers.complete(
                "frfinance2", "userTask_signPlan", flight, Map.of("answer", "REFUSE", "reason", FORGED_LINES));
        exampleUsers.complete(
                "frcoordinator",
                "userTask_decideRejection",
                flight,
                Map.of("answer", "ASK_AGAIN", "reason", FORGED_LINES));
        exampleUsers.complete("fxcoordinator", "userTask_setCeilings", flight, Map.of("next", "COMPLETE"));
        steps.signatures(flight);
        steps.goAndContract(flight, Money.euro(10_000_000));
        exampleUsers.as("rightsofficer1", () -> suspension.suspend(flight, FORGED_LINES));
        resumes(flight, "executive1", FORGED_LINES);
        onDayBefore(flight, 28);
        stops(flight);
        passGates(flight, 28, 1);
        boardingOpens(flight);
        steps.fly(flight, ABOARD);
        clock.set(clock.instant().plus(Duration.ofDays(40)));
        claims(flight);
        certifies(flight, Map.of(), Map.of("decision", "NOT_ELIGIBLE", "reason", FORGED_LINES));
        exampleUsers.complete(
                "gbfinance2", "userTask_signStatement", flight, Map.of("answer", "OBJECT", "reason", FORGED_LINES));
        exampleUsers.completeAll("userTask_signStatement", flight, form -> Map.of("answer", "SIGN"));
        exampleUsers.complete(
                "frfinance1",
                "userTask_answerObjection",
                flight,
                Map.of(
                        "decision",
                        "CORRECT",
                        "claim",
                        Long.toString(claim(flight, Money.euro(10_000_000)).id()),
                        "answer",
                        FORGED_LINES));
        claims(flight);
        settles(flight);
        assertThat(users.instance("jointFlight", flight)).isNull();

        Map<String, Set<String>> shown = shown(flight);
        assertThat(shown.keySet())
                .contains(
                        "flightSummary",
                        "crew",
                        "carrier",
                        "chosenCarrier",
                        "refusal",
                        "suspendedFor",
                        "reasonsOfAdvice",
                        "stops")
                .contains("claimText", "correction", "replyText", "total", "hash", "balance", "transferText");
        assertThat(shown.get("stops")).anyMatch(source -> source.contains("1.00 EUR"));
        shown.forEach((name, sources) -> assertThat(sources)
                .as(name)
                .allSatisfy(source -> assertThat(source.replaceAll("&#[0-9]+;", "")
                                .replaceAll("\\*\\*|(?m)^- ", "")
                                .replaceAll("\\[[\\w ]+]\\(/flights/[A-Z0-9-]+/vouchers\\)", "")
                                .replace(name.equals("guarantees") ? "\n" : "", ""))
                        .doesNotContainPattern(MEANING)));
    }

    @ParameterizedTest
    @CsvSource({"escortLeader", "doctor", "interpreter", "monitor"})
    void a_name_with_lines_of_its_own_is_refused_and_nothing_is_stored(String field) {
        OperationReference flight = answered("Nigeria");
        Map<String, Object> plan = new HashMap<>(
                Map.of("decision", "settled", "escortLeader", "a", "doctor", "b", "interpreter", "c", "monitor", "d"));
        plan.put("emptySeats", "COMMITTED");
        plan.put(field, "Red Cross\n# Total: 1.00 EUR");

        Throwable refused =
                catchThrowable(() -> exampleUsers.complete("frcoordinator", "userTask_consolidatePlan", flight, plan));

        assertThat(((BadInput) ExceptionUtils.getRootCause(refused)).sentence(Locale.ENGLISH))
                .contains("“Red Cross\\u000a# Total: 1.00 EUR”. It stands on one line");
        assertThat(crews.of(flight)).isEmpty();
    }

    private static String withoutNumbers(String source) {
        return source.replaceAll("&#[0-9]+;", "");
    }

    /** Every text that a task of the flight has shown, by the name it has in the form. */
    private Map<String, Set<String>> shown(OperationReference flight) {
        Map<String, Set<String>> shown = new TreeMap<>();
        for (TaskForm form : forms) {
            shownTexts.of(flight).getOrDefault(form.task(), Map.of()).forEach((name, texts) -> {
                if (form.shows().contains(name)) {
                    shown.computeIfAbsent(name, first -> new TreeSet<>()).addAll(texts);
                }
            });
        }
        return shown;
    }

    private OperationReference answered(String destination) {
        on("2027-01-07T09:00:00Z");
        OperationReference flight = proposed(FR, destination, "CDG, STN", "LOS", "2027-05-20 09:30", 200, "GB");
        on("2027-01-20T09:00:00Z");
        steps.takesPart(flight, FR, SEATS, "CDG", "LOS");
        steps.takesPart(flight, GB, SEATS, "STN", "LOS");
        return flight;
    }

    private OperationReference inApproval() {
        OperationReference flight = answered(FORGED);
        steps.plan(flight, FORGED, Money.euro(10_000_000), 200, FORGED);
        // Of more than one line, which the form refuses: what is shown does not rely on it.
        crews.put(flight, new Crew(FORGED_LINES, FORGED_LINES, FORGED_LINES, FORGED_LINES));
        steps.budget(
                flight, List.of(Line.common("CHARTER", FORGED.substring(0, 90), Money.euro(10_000_000), FR, "EQUAL")));
        Function<String, Map<String, ?>> object = why -> Map.of("answer", "OBJECT", "reason", why);
        exampleUsers.complete("gbfinance1", "userTask_acceptShare", flight, object.apply(FORGED_LINES));
        steps.acceptShares(flight, Set.of());
        exampleUsers.complete(
                "frcoordinator",
                "userTask_decideObjection",
                flight,
                Map.of("decision", "KEEP", "reason", FORGED_LINES));
        steps.acceptShares(flight, Set.of());
        return flight;
    }

    private void signDecisions(OperationReference flight) {
        exampleUsers.completeAll("userTask_signDecisionForFrontex", flight, form -> Map.of("answer", "SIGN"));
        exampleUsers.completeAll("userTask_signDecisionForState", flight, form -> Map.of("answer", "SIGN"));
    }

    private void stops(OperationReference flight) {
        Task open = first("userTask_confirmGates", flight);
        Map<String, Object> fields = new HashMap<>();
        ExampleSteps.places(users.values(open)).forEach(place -> {
            fields.put("answer" + place, "STOP");
            fields.put("reason" + place, FORGED_LINES);
        });
        String group = tasks.getIdentityLinksForTask(open.getId()).get(0).getGroupId();
        users.as("stopper", group).completes(open, fields);
        exampleUsers.runJobs(flight);
    }

    private void claims(OperationReference flight) {
        exampleUsers.complete(
                "frfinance1",
                "userTask_enterActualCost",
                flight,
                Map.of(
                        "claimed", "yes",
                        "item", "1",
                        "description", FORGED,
                        "amount", "100,000.00",
                        "voucherNumber", FORGED,
                        "voucherDate", "2027-06-01",
                        "another", "no"));
        nobodyElseClaims(flight);
    }

    private Task first(String task, OperationReference flight) {
        return users.open(task, flight).get(0);
    }
}
