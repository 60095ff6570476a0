package org.jointflights.process.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.jointflights.GuidedTour;
import org.jointflights.application.costs.Splits;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/**
 * The second part of {@code docs/guided-tour.md}: four people do something by hand for a flight that one of them proposes, and the example's
 * people and the clock take it to closed accounts. In the application of {@link ExampleFlightsTest}, which runs it after {@link BoardingToTheEndTest}.
 */
abstract class BeginningToTheEndTest {

    @Autowired
    ExampleUsers users;

    @Autowired
    Flights flights;

    @Autowired
    Splits splits;

    @Autowired
    Transfers transfers;

    @Autowired
    Clock clock;

    @Autowired
    FormService forms;

    @Autowired
    RepositoryService models;

    @Autowired
    MockMvc web;

    @Test
    void a_flight_that_somebody_proposes_is_taken_to_closed_accounts() throws Exception {
        OperationReference flight = proposed();
        users.complete("escoordinator", "userTask_answerOffer", flight, spanishAnswer());
        onTo(flight, Stage.COST_SHARING);
        onTo(flight, Stage.APPROVAL);
        users.complete(
                "fxcoordinator",
                "userTask_setCeilings",
                flight,
                Map.of("beneficiary", "FR", "fund", "FRONTEX", "ceiling", "150000.00", "next", "COMPLETE"));
        onTo(flight, Stage.CONTRACTING);
        onTo(flight, Stage.PERMITS);
        onTo(flight, Stage.OPERATION);
        onTo(flight, Stage.IN_FLIGHT);
        onTo(flight, Stage.SETTLEMENT);
        users.complete("frfinance1", "userTask_enterActualCost", flight, charter());
        onTo(flight, Stage.CLOSED);

        GuidedTour figures = GuidedTour.read().under("What comes out of that");
        Map<String, Money> shared = new TreeMap<>();
        splits.of(flight)
                .get(0)
                .shares()
                .forEach(share -> shared.put(share.party().code(), share.amount()));
        assertThat(shared).isEqualTo(figures.amounts("[A-Z]{2}"));
        assertThat(GuidedTour.paid(transfers.of(flight))).isEqualTo(figures.amounts("[A-Z]{2} to [A-Z]{2}"));
    }

    private OperationReference proposed() {
        String departure = clock.instant()
                .plus(Duration.ofDays(70))
                .atZone(ZoneId.of("Europe/Paris"))
                .format(DateTimeFormatter.ofPattern("uuuu-MM-dd '10:00'", Locale.ROOT));
        String model = models.createProcessDefinitionQuery()
                .processDefinitionKey("jointFlight")
                .latestVersion()
                .singleResult()
                .getId();
        Map<String, Object> proposal = new HashMap<>(Map.of(
                "organiser", "FR",
                "type", "JRO",
                "destination", "Nigeria",
                "embarkations", "CDG, BRU, MAD",
                "destinations", "LOS",
                "departure", departure,
                "capacity", 220L,
                "invited", "BE, ES"));
        AtomicReference<String> key = new AtomicReference<>();
        users.as(
                "frcoordinator",
                () -> key.set(forms.submitStartForm(model, proposal).getBusinessKey()));
        OperationReference flight = new OperationReference(key.get());
        users.runJobs(flight);
        return flight;
    }

    private static Map<String, Object> spanishAnswer() {
        return Map.of(
                "takesPart",
                "yes",
                "returnees",
                20L,
                "escorts",
                26L,
                "medical",
                1L,
                "interpreters",
                1L,
                "monitors",
                1L,
                "others",
                0L,
                "embarkation",
                "MAD",
                "answerFinal",
                "yes");
    }

    private Map<String, Object> charter() {
        return Map.of(
                "claimed",
                "yes",
                "item",
                "1",
                "description",
                "As invoiced",
                "amount",
                "215000.00",
                "voucherNumber",
                "INV-1",
                "voucherDate",
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString(),
                "another",
                "no");
    }

    /** The administrator presses the button of the page that takes the clock along. */
    private void onTo(OperationReference flight, Stage stage) throws Exception {
        String page = web.perform(post("/admin/rehearsal")
                        .with(csrf())
                        .with(user("admin"))
                        .locale(Locale.ENGLISH)
                        .param("others", flight.value())
                        .param("clock", "too"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page)
                .contains("Its stage is “" + stage.words().in(Locale.ENGLISH) + "”.")
                .doesNotContain("class=\"bad\"");
    }
}
