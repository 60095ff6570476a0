package org.jointflights.process.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.jointflights.process.costs.CostSharingRun.NIGERIA;
import static org.jointflights.process.costs.CostSharingRun.item;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.costs.BudgetLine;
import org.jointflights.application.costs.Budgets;
import org.jointflights.application.costs.CostJson;
import org.jointflights.application.costs.ItemTerms;
import org.jointflights.application.costs.PublishedRate;
import org.jointflights.application.costs.Rates;
import org.jointflights.application.costs.Share;
import org.jointflights.application.costs.Split;
import org.jointflights.application.costs.Splits;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.flight.acts.FlightWorkflow;
import org.jointflights.application.notice.Outbox;
import org.jointflights.application.overview.OpenTasks;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.GroupCostBasis;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Limit;
import org.jointflights.domain.costs.Quote;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.StoredTexts;
import org.jointflights.process.TasklistUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ProcessTest
class CostSharingProcessTest {

    private static final Object[] THREE = {"FR", 12, 30, "GB", 18, 38, "SE", 4, 9};

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TasklistUsers users;

    @Autowired
    Flights flights;

    @Autowired
    Participations participations;

    @Autowired
    OpenTasks openTasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Budgets budgets;

    @Autowired
    Splits splits;

    @Autowired
    Rates rates;

    @Autowired
    FlightWorkflow workflow;

    @Autowired
    TrailEntries trail;

    @Autowired
    Outbox outbox;

    @Autowired
    HistoryService history;

    private CostSharingRun run;

    @BeforeEach
    void open() {
        users.open();
        run = new CostSharingRun(flights, participations, runtime, users);
    }

    @Test
    void the_charter_of_the_nigeria_flight_per_returnee_is_split_to_the_cent_and_agreed() {
        OperationReference flight = run.planned("IT", NIGERIA);
        ProcessInstance sharing = run.started(flight);

        run.budget(flight, item());

        assertThat(cents(flight))
                .containsExactly(
                        entry("BG", 387600L),
                        entry("DK", 387600L),
                        entry("ES", 775200L),
                        entry("FI", 1162800L),
                        entry("FR", 1162800L),
                        entry("GR", 775200L),
                        entry("IT", 11240400L),
                        entry("LT", 387600L),
                        entry("NO", 2325600L),
                        entry("SE", 775200L));
        run.accept(flight, "BG", "DK", "ES", "FI", "FR", "GR", "IT", "LT", "NO", "SE");
        assertThat(sharing).isEnded().hasPassed("endEvent_answersCounted", "endEvent_sharesAgreed");
        assertThat(outcome(sharing)).isEqualTo(true);
        assertThat(current(flight).status()).isEqualTo(Split.Status.AGREED);
    }

    @Test
    void the_charter_of_the_nigeria_flight_per_seat() {
        OperationReference flight = run.planned("IT", NIGERIA);
        run.started(flight);

        run.budget(flight, item("key", "PER_SEAT"));

        assertThat(cents(flight))
                .containsExactly(
                        entry("BG", 383762L),
                        entry("DK", 383762L),
                        entry("ES", 1151287L),
                        entry("FI", 1247228L),
                        entry("FR", 959406L),
                        entry("GR", 671584L),
                        entry("IT", 11416931L),
                        entry("LT", 383762L),
                        entry("NO", 2014753L),
                        entry("SE", 767525L));
        assertThat(current(flight).total()).isEqualTo(Money.euro(19380000));
    }

    @Test
    void without_a_key_the_leg_share_by_seats_is_used() {
        OperationReference flight = run.planned("FR", THREE);
        run.started(flight);

        run.budget(flight, item("payer", "FR", "key", ""));

        assertThat(budgets.of(flight).get(0).item().key()).isEqualTo(Key.LEG_SHARE_BY_SEATS);
        assertThat(cents(flight)).containsExactly(entry("FR", 7332973L), entry("GB", 9777297L), entry("SE", 2269730L));
    }

    @Test
    void a_party_reads_its_shares_with_reasons_and_the_guarantees_in_words() {
        OperationReference flight = run.planned("IT", NIGERIA);
        run.started(flight);
        run.budget(flight, item());

        Task task = run.shareOf(flight, "FR");

        assertThat(users.shown(task, "shareTotal")).isEqualTo("11,628.00 EUR");
        assertThat(users.shown(task, "flightTotal")).isEqualTo("193,800.00 EUR");
        assertThat(users.shown(task, "shareRows").toString())
                .contains("1 Charter Rome–Lagos–Rome", "11,628.00 EUR", "by returnees", "3/50");
        assertThat(users.shown(task, "guarantees").toString()).contains("to the cent");
        assertThat(users.shown(task, "totalRows").toString()).contains("IT · Italy", "112,404.00 EUR", "Sum");
    }

    @Test
    void items_are_entered_one_by_one_and_the_form_shows_the_table_so_far() {
        OperationReference flight = run.planned("FR", THREE);
        run.started(flight);

        run.budget(flight, item("payer", "FR", "another", "YES"));
        Task second = run.coordinator("FR").open("userTask_addCostItem", flight);
        assertThat(users.shown(second, "itemRows").toString())
                .contains("Charter Rome–Lagos–Rome", "193,800.00 EUR", "all: FR, GB, SE");
        run.budget(
                flight,
                item(
                        "category", "ESCORTS",
                        "description", "Escorts of Sweden",
                        "amount", "3 420,00",
                        "payer", "SE",
                        "sharing", "ONE",
                        "sharers", "SE",
                        "key", ""));

        assertThat(users.openTasks(flight))
                .containsExactly("userTask_acceptShare", "userTask_acceptShare", "userTask_acceptShare");
        assertThat(current(flight).shares())
                .filteredOn(share -> share.item() == 2)
                .extracting(Share::party, Share::amount)
                .containsExactly(tuple(new Party("SE"), Money.euro(342000)));
    }

    @Test
    void only_what_is_not_recovered_of_the_tax_is_shared() {
        OperationReference flight = run.planned("FR", THREE);
        run.started(flight);

        run.budget(
                flight, item("payer", "FR", "amount", "1000", "vat", "200", "vatRecoverable", "YES", "another", "YES"));
        run.budget(
                flight,
                item("payer", "FR", "amount", "500", "vat", "100.00", "vatRecoverable", "NO", "description", "Fees"));

        assertThat(budgets.of(flight))
                .extracting(line -> line.item().amount())
                .containsExactly(Money.euro(100000), Money.euro(60000));
    }

    @Test
    void a_cost_is_shared_by_agreed_weights_within_a_cap_and_the_budget_shows_them() {
        OperationReference flight = run.planned("FR", THREE);
        run.started(flight);
        Map<String, Object> fields = new HashMap<>(
                item("payer", "FR", "amount", "1,000.00", "sharing", "SOME", "sharers", "FR, GB", "key", "CUSTOM"));
        fields.putAll(Map.of("weights", "FR 3; GB 1", "floors", "", "caps", "fr 700.00", "another", "YES"));
        run.budget(flight, fields);

        assertThat(budgets.of(flight).get(0).terms())
                .isEqualTo(new ItemTerms(
                        Map.of(new Party("FR"), 3L, new Party("GB"), 1L),
                        Map.of(new Party("FR"), new Limit(Money.euro(0), Money.euro(70_000)))));
        Task next = run.coordinator("FR").open("userTask_addCostItem", flight);
        assertThat(users.shown(next, "itemRows").toString())
                .contains("by agreed weights: FR 3, GB 1; FR at most 700.00 EUR");
        // The weights stay while the key does; of 2,000.00 three quarters would be 1,500.00.
        run.budget(
                flight,
                Map.of(
                        "action",
                        "CHANGE",
                        "item",
                        "1",
                        "amount",
                        "2,000.00",
                        "weights",
                        "",
                        "floors",
                        "",
                        "caps",
                        "FR 900.00",
                        "another",
                        "NO"));
        assertThat(current(flight).shares())
                .extracting(Share::party, Share::amount)
                .containsExactly(
                        tuple(new Party("FR"), Money.euro(90_000)), tuple(new Party("GB"), Money.euro(110_000)));
    }

    /** Alone they would pay 110.00, 120.00 and 200.00; of 900.00 each pays 300.00. */
    @Test
    void quotes_for_parties_and_groups_are_entered_with_the_budget_and_the_shares_are_measured_by_them() {
        OperationReference flight = run.planned("FR", THREE);
        run.started(flight);
        run.budget(
                flight,
                item(
                        "payer",
                        "FR",
                        "amount",
                        "900.00",
                        "key",
                        "EQUAL",
                        "another",
                        "YES",
                        "quotes",
                        "FR 100.00; gb: 120,00; FR+GB 180.00"));
        Task next = run.coordinator("FR").open("userTask_addCostItem", flight);
        assertThat(users.shown(next, "groupQuoteRows").toString()).contains("FR, GB", "180.00 EUR");
        run.budget(flight, Map.of("action", "NOTHING", "quotes", "SE 200.00; FR 110.00", "another", "NO"));

        CostInput input = current(flight).input();
        assertThat(input.yardstick()).isEqualTo(GroupCostBasis.QUOTES);
        assertThat(input.quotes())
                .containsExactlyInAnyOrder(
                        new Quote(Set.of(new Party("FR")), Money.euro(11_000)),
                        new Quote(Set.of(new Party("GB")), Money.euro(12_000)),
                        new Quote(Set.of(new Party("FR"), new Party("GB")), Money.euro(18_000)),
                        new Quote(Set.of(new Party("SE")), Money.euro(20_000)));
        assertThat(current(flight).guarantees())
                .extracting(Sentence::code)
                .contains("costs.guarantee.STAND_ALONE.broken");
        assertThat(trail.of(flight)).extracting(entry -> entry.what().code()).contains("trail.quote.entered");
    }

    @Test
    void quotes_that_cannot_be_are_refused_and_a_line_takes_all_away() {
        OperationReference flight = run.planned("FR", THREE);
        run.started(flight);
        for (String typed :
                List.of("FR", "FR 1,000", "FR 0.00", "FR+FR 5.00", "ES 5.00", "FR 5.00; FR 6.00", "FR 1e9")) {
            Task task = run.coordinator("FR").open("userTask_addCostItem", flight);
            assertThatThrownBy(() -> run.coordinator("FR").completes(task, item("payer", "FR", "quotes", typed)))
                    .as(typed)
                    .hasRootCauseInstanceOf(BadInput.class);
        }
        run.budget(flight, item("payer", "FR", "quotes", "FR 5.00", "another", "YES"));
        assertThat(budgets.quotes(flight)).hasSize(1);
        run.budget(flight, Map.of("action", "NOTHING", "quotes", "-", "another", "YES"));
        assertThat(budgets.quotes(flight)).isEmpty();
    }

    @Test
    void frontex_answers_for_a_cost_of_its_own() {
        OperationReference flight = run.planned("FR", THREE);
        ProcessInstance sharing = run.started(flight);

        run.budget(
                flight,
                item(
                        "payer",
                        "FX",
                        "sharing",
                        "ONE",
                        "sharers",
                        "FX",
                        "amount",
                        "1,250.00",
                        "category",
                        "FRONTEX_MISSION"));

        run.accept(flight, "FR", "FX", "GB", "SE");
        assertThat(sharing).isEnded();
        assertThat(cents(flight)).containsExactly(entry("FX", 125000L));
    }

    @Test
    void an_objection_sends_the_same_budget_into_another_round_when_the_coordinator_keeps_it() {
        OperationReference flight = run.planned("FR", THREE);
        ProcessInstance sharing = objected(flight);

        Task decision = run.coordinator("FR").open("userTask_decideObjection", flight);
        assertThat(users.shown(decision, "objectionRows").toString()).contains("GB", "too many legs");
        run.decides(flight, "KEEP");

        assertThat(sharing).isWaitingAt("userTask_acceptShare");
        assertThat(current(flight)).returns(2, Split::number).returns(2, Split::round);
        assertThat(splits.of(flight).get(0).status()).isEqualTo(Split.Status.DROPPED);
        assertThat(users.shown(run.shareOf(flight, "SE"), "objectionRows").toString())
                .contains("too many legs");
        run.accept(flight, "FR", "GB", "SE");
        assertThat(sharing).isEnded().hasPassed("endEvent_sharesAgreed");
    }

    @Test
    void after_an_objection_items_are_changed_added_and_removed() {
        OperationReference flight = run.planned("FR", THREE);
        ProcessInstance sharing = objected(flight);
        run.decides(flight, "CHANGE");

        run.budget(flight, Map.of("action", "CHANGE", "item", "1", "key", "EQUAL", "another", "YES"));
        run.budget(flight, item("payer", "FR", "description", "Handling", "amount", "900", "another", "YES"));
        run.budget(flight, Map.of("action", "CHANGE", "item", "1", "amount", "193,500.00", "another", "YES"));
        run.budget(flight, Map.of("action", "REMOVE", "item", "2", "another", "NO"));

        assertThat(budgets.of(flight)).hasSize(1);
        assertThat(cents(flight)).containsExactly(entry("FR", 6450000L), entry("GB", 6450000L), entry("SE", 6450000L));
        assertThat(budgets.nextPosition(flight)).isEqualTo(3);
        run.accept(flight, "FR", "GB", "SE");
        assertThat(sharing).isEnded().hasPassed("gateway_changeBudget", "endEvent_sharesAgreed");
        assertThat(trail.of(flight))
                .extracting(entry -> entry.what().code())
                .contains(
                        "trail.item.changed", "trail.item.removed", "trail.objection.followed", "trail.shares.agreed");
    }

    @Test
    void an_item_in_another_currency_is_entered_anew_when_its_currency_changes() {
        OperationReference flight = run.planned("FR", THREE);
        objected(flight);
        run.decides(flight, "CHANGE");

        run.budget(
                flight,
                Map.of("action", "CHANGE", "item", "1", "currency", "GBP", "amount", "38,000.00", "another", "NO"));

        BudgetLine line = budgets.of(flight).get(0);
        assertThat(line.price().net()).isEqualTo(new Money(3800000, Currency.getInstance("GBP")));
        assertThat(line.item().amount()).isEqualTo(Money.euro(4632169));
    }

    @Test
    void after_three_rounds_the_manager_fixes_the_key_and_nobody_is_asked_again() {
        OperationReference flight = run.planned("FR", THREE);
        ProcessInstance sharing = threeRounds(flight);

        Task task = run.manager().open("userTask_fixKey", flight);
        assertThat(users.shown(task, "keyRows").toString()).contains("by seats", "in equal parts", "GB 64,600.00 EUR");
        run.manager()
                .completes(
                        "userTask_fixKey",
                        flight,
                        Map.of("decision", "FIX", "key", "EQUAL", "reason", "three rounds are enough"));
        users.runJobs(flight);

        assertThat(sharing).isEnded().hasPassed("endEvent_splitFinal", "endEvent_sharesAgreed");
        assertThat(outcome(sharing)).isEqualTo(true);
        assertThat(current(flight)).returns(Split.Status.FIXED, Split::status).returns(4, Split::number);
        assertThat(cents(flight)).containsExactly(entry("FR", 6460000L), entry("GB", 6460000L), entry("SE", 6460000L));
    }

    @Test
    void after_three_rounds_the_manager_can_end_the_flight() {
        OperationReference flight = run.planned("FR", THREE);
        ProcessInstance sharing = threeRounds(flight);

        run.manager()
                .completes("userTask_fixKey", flight, Map.of("decision", "END", "reason", "no agreement in sight"));

        assertThat(sharing).isEnded().hasPassed("endEvent_flightEnded").hasNotPassed("endEvent_sharesAgreed");
        assertThat(outcome(sharing)).isEqualTo(false);
        assertThat(current(flight).stands()).isFalse();
    }

    @Test
    void a_state_that_drops_out_while_the_manager_decides_is_left_out_of_the_final_split() {
        OperationReference flight = run.planned("FR", THREE);
        ProcessInstance sharing = run.started(flight);
        run.budget(flight, item("payer", "FR", "sharing", "SOME", "sharers", "FR, GB, SE"));
        for (int round = 1; round <= 3; round++) {
            run.accept(flight, "FR", "SE");
            run.object(flight, "GB", "too many legs");
            if (round < 3) {
                run.decides(flight, "KEEP");
            }
        }
        run.withdraw(flight, "SE");
        workflow.workOutdated(flight, Stage.COST_SHARING);

        run.manager()
                .completes(
                        "userTask_fixKey",
                        flight,
                        Map.of("decision", "FIX", "key", "PER_SEAT", "reason", "three rounds are enough"));
        users.runJobs(flight);

        assertThat(sharing).isEnded().hasPassed("endEvent_sharesAgreed");
        assertThat(cents(flight)).containsExactly(entry("FR", 8305714L), entry("GB", 11074286L));
    }

    @Test
    void a_known_rate_is_used_and_kept_with_month_and_source() {
        OperationReference flight = run.planned("FR", THREE);
        run.started(flight);

        run.budget(flight, item("payer", "FR", "currency", "GBP", "amount", "38,000.00"));

        BudgetLine line = budgets.of(flight).get(0);
        assertThat(line.item().amount()).isEqualTo(Money.euro(4632169));
        assertThat(line.item().conversion().rates()).singleElement().satisfies(rate -> {
            assertThat(rate.unitsPerEuro()).isEqualTo(new BigDecimal("0.82035"));
            assertThat(rate.month()).isEqualTo(YearMonth.of(2014, 3));
            assertThat(rate.source()).isEqualTo("InforEuro rule, derived from ECB");
        });
        assertThat(CostJson.write(current(flight).input())).contains("\"unitsPerEuro\":\"0.82035\"");
    }

    @Test
    void a_missing_rate_waits_for_somebody_to_enter_it() {
        OperationReference flight = run.planned("FR", THREE);
        ProcessInstance sharing = run.started(flight);
        run.budget(flight, item("payer", "SE", "currency", "SEK", "amount", "88,000.00"));

        assertThat(sharing).isWaitingAt("userTask_enterRate");
        assertThat(splits.of(flight)).isEmpty();
        Task task = run.coordinator("FR").open("userTask_enterRate", flight);
        assertThat(users.shown(task, "rateCurrency")).isEqualTo("SEK");
        assertThat(users.shown(task, "rateMonth")).isEqualTo("March 2014");
        run.coordinator("FR")
                .completes("userTask_enterRate", flight, Map.of("rate", "8,8", "rateSource", "Sveriges Riksbank"));
        users.runJobs(flight);

        assertThat(sharing).isWaitingAt("userTask_acceptShare");
        assertThat(budgets.of(flight).get(0).item().amount()).isEqualTo(Money.euro(1000000));
        assertThat(rates.find(Currency.getInstance("SEK"), YearMonth.of(2014, 3))
                        .orElseThrow())
                .returns("frcoordinator", PublishedRate::enteredBy)
                .returns("Sveriges Riksbank", known -> known.rate().source());
    }

    @Test
    void two_flights_waiting_for_the_same_rate_get_one_and_the_same() {
        OperationReference first = run.planned("FR", THREE);
        OperationReference second = run.planned("FR", THREE);
        for (OperationReference flight : List.of(first, second)) {
            run.started(flight);
            run.budget(flight, item("payer", "FR", "currency", "DKK", "amount", "7460"));
        }
        run.coordinator("FR").completes("userTask_enterRate", first, rate("7.46"));

        Task task = run.coordinator("FR").open("userTask_enterRate", second);
        assertThatThrownBy(() -> run.coordinator("FR").completes(task, rate("7.45")))
                .hasRootCauseInstanceOf(BadInput.class)
                .rootCause()
                .hasMessageContaining("7.46");
        run.coordinator("FR").completes("userTask_enterRate", second, rate("7.460"));
        users.runJobs(second);

        assertThat(budgets.of(second).get(0).item().amount()).isEqualTo(Money.euro(100000));
    }

    @ParameterizedTest
    @CsvSource({"0, x", "-7.5, x", "abc, x", "'', x", "0.8.2, x", "1234567890123, x", "7.5, ''", "0.000000000001, x"})
    void a_rate_that_is_none_is_refused(String rate, String source) {
        OperationReference flight = run.planned("FR", THREE);
        run.started(flight);
        run.budget(flight, item("payer", "FR", "currency", "NOK", "amount", "999,999,999.00"));
        Task task = run.coordinator("FR").open("userTask_enterRate", flight);

        assertThatThrownBy(() -> run.coordinator("FR").completes(task, Map.of("rate", rate, "rateSource", source)))
                .hasRootCauseInstanceOf(BadInput.class);

        assertThat(rates.find(Currency.getInstance("NOK"), YearMonth.of(2014, 3)))
                .isEmpty();
        assertThat(users.openTasks(flight)).containsExactly("userTask_enterRate");
    }

    @Test
    void a_state_that_drops_out_in_mid_round_is_left_out_and_everybody_answers_anew() {
        OperationReference flight = run.planned("FR", THREE);
        ProcessInstance sharing = run.started(flight);
        run.budget(flight, item("payer", "FR", "another", "YES"));
        run.budget(
                flight,
                item(
                        "payer",
                        "SE",
                        "sharing",
                        "ONE",
                        "sharers",
                        "SE",
                        "amount",
                        "24500",
                        "description",
                        "Connecting",
                        "another",
                        "YES"));
        run.budget(flight, item("payer", "SE", "amount", "300", "description", "Visas"));
        run.accept(flight, "FR", "SE");

        run.withdraw(flight, "SE");
        workflow.workOutdated(flight, Stage.COST_SHARING);
        users.runJobs(flight);

        assertThat(sharing).hasPassed("boundaryEvent_planChanged").isWaitingAt("userTask_acceptShare");
        assertThat(users.openTasks(flight)).containsExactly("userTask_acceptShare", "userTask_acceptShare");
        assertThat(current(flight)).returns(2, Split::number).returns(1, Split::round);
        assertThat(splits.of(flight).get(0).status()).isEqualTo(Split.Status.DROPPED);
        assertThat(cents(flight)).containsExactly(entry("FR", 7764000L), entry("GB", 11646000L));
        assertThat(budgets.of(flight)).extracting(BudgetLine::leftOut).containsExactly(false, true, false);
        assertThat(budgets.of(flight).get(2).item().payer()).isEqualTo(new Party("FR"));
        assertThat(trail.of(flight))
                .extracting(entry -> entry.what().code())
                .contains("trail.item.leftOut", "trail.item.payer");
        run.accept(flight, "FR", "GB");
        assertThat(sharing).isEnded();
    }

    @Test
    void a_change_of_plan_while_a_rate_is_missing_begins_the_round_anew() {
        OperationReference flight = run.planned("FR", THREE);
        ProcessInstance sharing = run.started(flight);
        run.budget(flight, item("payer", "FR", "currency", "CHF"));

        workflow.workOutdated(flight, Stage.COST_SHARING);
        users.runJobs(flight);

        assertThat(sharing).hasPassed("boundaryEvent_planChanged").isWaitingAt("userTask_enterRate");
        assertThat(users.openTasks(flight)).hasSize(1);
    }

    @Test
    void a_change_of_plan_before_anything_is_split_disturbs_nobody() {
        OperationReference flight = run.planned("FR", THREE);
        ProcessInstance sharing = run.started(flight);

        workflow.workOutdated(flight, Stage.COST_SHARING);

        assertThat(sharing).isWaitingAt("userTask_addCostItem");
    }

    @Test
    void a_plan_that_the_key_cannot_divide_goes_back_to_the_coordinator() {
        OperationReference flight = run.planned("FR", "FR", 12, 30, "GB", 0, 38);
        ProcessInstance sharing = run.started(flight);
        run.budget(flight, item("payer", "FR"));
        run.declare(flight, "FR", 0, 30);
        workflow.workOutdated(flight, Stage.COST_SHARING);
        users.runJobs(flight);

        assertThat(sharing).hasPassed("endEvent_notDivided").isWaitingAt("userTask_decideObjection");
        Task task = run.coordinator("FR").open("userTask_decideObjection", flight);
        assertThat(users.shown(task, "notDividedBecause").toString())
                .contains("“by returnees”", "At least one party needs");
        assertThat(new StoredTexts(jdbc).sentences()).isEmpty();
        run.decides(flight, "CHANGE");
        run.budget(flight, Map.of("action", "CHANGE", "item", "1", "key", "PER_SEAT", "another", "NO"));
        run.accept(flight, "FR", "GB");

        assertThat(sharing).isEnded();
        assertThat(current(flight).round()).isEqualTo(1);
    }

    @Test
    void only_the_parties_that_are_silent_are_reminded_and_the_round_goes_on() {
        OperationReference flight = run.planned("FR", THREE);
        ProcessInstance sharing = run.started(flight);
        run.budget(flight, item("payer", "FR"));
        run.accept(flight, "GB");

        assertThat(users.timers("boundaryEvent_answerDue", flight))
                .singleElement()
                .satisfies(timer -> assertThat(timer.getDuedate()).isEqualTo("2027-03-06T09:00:00Z"));
        users.fireTimer("boundaryEvent_answerDue", flight);
        assertThat(openTasks.of(List.of(flight)).get(flight))
                .as("what was due stays due after the reminder")
                .isNotEmpty()
                .allSatisfy(task -> assertThat(task.due()).isNotNull());
        users.runJobs(flight);

        assertThat(outbox.of(flight))
                .filteredOn(notice -> notice.text().code().equals("notice.shareReminder"))
                .extracting(notice -> notice.recipient())
                .containsExactlyInAnyOrder("FRfinance", "SEfinance");
        assertThat(sharing).hasPassed("endEvent_partiesReminded").isWaitingAt("userTask_acceptShare");
        run.accept(flight, "FR", "SE");
        assertThat(sharing).isEnded();
    }

    @Test
    void the_first_task_can_leave_a_budget_that_is_there_as_it_is() {
        OperationReference flight = run.planned("FR", THREE);
        ProcessInstance sharing = objected(flight);
        run.decides(flight, "CHANGE");

        run.budget(flight, Map.of("action", "NOTHING"));

        assertThat(sharing).isWaitingAt("userTask_acceptShare");
        assertThat(current(flight).number()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "amount, ''",
        "amount, a lot",
        "amount, 0",
        "amount, -5",
        "amount, 193.800",
        "amount, 12.345",
        "amount, 1000000000",
        "amount, 99999999999999999999",
        "currency, EURO",
        "currency, gbp ",
        "vat, 19 %",
        "vat, -1",
        "vat, 20",
        "payer, ''",
        "payer, UK",
        "payer, DE",
        "category, FUEL",
        "description, ''",
        "key, BY_FEELING",
        "key, NUCLEOLUS",
        "key, CUSTOM",
        "sharing, ''",
        "sharing, ONE",
        "sharing, SOME",
        "sharers, FR",
        "action, ''",
        "action, DELETE",
        "another, ''",
        "another, PERHAPS"
    })
    void what_is_no_cost_item_is_refused_with_nothing_stored(String field, String typed) {
        OperationReference flight = run.planned("FR", THREE);
        ProcessInstance sharing = run.started(flight);
        Task task = run.coordinator("FR").open("userTask_addCostItem", flight);
        Map<String, Object> fields = item("payer", "FR", field, typed);

        assertThatThrownBy(() -> run.coordinator("FR").completes(task, fields))
                .hasRootCauseInstanceOf(BadInput.class)
                .rootCause()
                .satisfies(refused ->
                        assertThat(((BadInput) refused).field()).isIn(field, "sharers", "sharing", "vatRecoverable"));

        assertThat(budgets.of(flight)).isEmpty();
        assertThat(trail.of(flight)).isEmpty();
        assertThat(sharing).isWaitingAt("userTask_addCostItem");
    }

    @ParameterizedTest
    @CsvSource({"SOME, FR", "SOME, 'FR, DE'", "SOME, 'FR, EL'", "ONE, 'FR, GB'", "ONE, DE", "ALL, FR", "SOME, 'FR FR'"})
    void who_shares_an_item_must_fit(String sharing, String sharers) {
        OperationReference flight = run.planned("FR", THREE);
        run.started(flight);
        Task task = run.coordinator("FR").open("userTask_addCostItem", flight);
        Map<String, Object> fields = item("payer", "FR", "sharing", sharing, "sharers", sharers);

        assertThatThrownBy(() -> run.coordinator("FR").completes(task, fields)).hasRootCauseInstanceOf(BadInput.class);

        assertThat(budgets.of(flight)).isEmpty();
    }

    @Test
    void an_item_that_nobody_would_bear_is_refused() {
        OperationReference flight = run.planned("FR", "FR", 0, 30, "GB", 0, 38);
        run.started(flight);
        Task task = run.coordinator("FR").open("userTask_addCostItem", flight);

        assertThatThrownBy(() -> run.coordinator("FR").completes(task, item("payer", "FR")))
                .hasRootCauseInstanceOf(BadInput.class)
                .rootCause()
                .hasMessageContaining("needs a weight above zero");

        assertThat(budgets.of(flight)).isEmpty();
    }

    @Test
    void an_empty_budget_is_not_split() {
        OperationReference flight = run.planned("FR", THREE);
        run.started(flight);
        Task task = run.coordinator("FR").open("userTask_addCostItem", flight);

        assertThatThrownBy(() -> run.coordinator("FR").completes(task, Map.of("action", "NOTHING")))
                .hasRootCauseInstanceOf(BadInput.class);
        run.budget(flight, item("payer", "FR", "another", "YES"));
        Task again = run.coordinator("FR").open("userTask_addCostItem", flight);
        assertThatThrownBy(() -> run.coordinator("FR")
                        .completes(again, Map.of("action", "REMOVE", "item", "1", "another", "NO")))
                .hasRootCauseInstanceOf(BadInput.class);

        assertThat(budgets.of(flight)).hasSize(1);
        assertThat(users.openTasks(flight)).containsExactly("userTask_addCostItem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "0", "one", "-1"})
    void an_item_that_is_not_in_the_table_is_not_changed(String number) {
        OperationReference flight = run.planned("FR", THREE);
        run.started(flight);
        run.budget(flight, item("payer", "FR", "another", "YES"));
        Task task = run.coordinator("FR").open("userTask_addCostItem", flight);

        assertThatThrownBy(() -> run.coordinator("FR")
                        .completes(task, Map.of("action", "REMOVE", "item", number, "another", "YES")))
                .hasRootCauseInstanceOf(BadInput.class);

        assertThat(budgets.of(flight)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "MAYBE, x", "OBJECT, ''", "OBJECT, '   '"})
    void an_answer_that_is_none_is_refused(String answer, String reason) {
        OperationReference flight = run.planned("FR", THREE);
        run.started(flight);
        run.budget(flight, item("payer", "FR"));
        Task task = run.shareOf(flight, "GB");

        assertThatThrownBy(() -> run.finance("GB").completes(task, Map.of("answer", answer, "reason", reason)))
                .hasRootCauseInstanceOf(BadInput.class);

        assertThat(splits.answers(flight, 1)).isEmpty();
        assertThat(users.open("userTask_acceptShare", flight)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "userTask_fixKey, FIX, NUCLEOLUS, because",
        "userTask_fixKey, FIX, '', because",
        "userTask_fixKey, FIX, EQUAL, ''",
        "userTask_fixKey, END, EQUAL, ''",
        "userTask_fixKey, '', EQUAL, because"
    })
    void a_decision_of_the_manager_that_is_none_is_refused(String id, String decision, String key, String reason) {
        OperationReference flight = run.planned("FR", THREE);
        ProcessInstance sharing = threeRounds(flight);
        Task task = run.manager().open(id, flight);

        assertThatThrownBy(
                        () -> run.manager().completes(task, Map.of("decision", decision, "key", key, "reason", reason)))
                .hasRootCauseInstanceOf(BadInput.class);

        assertThat(sharing).isWaitingAt("userTask_fixKey");
        assertThat(budgets.of(flight).get(0).item().key()).isEqualTo(Key.PER_RETURNEE);
    }

    @ParameterizedTest
    @CsvSource({
        "userTask_addCostItem, FRcoordinator, budgetComplete",
        "userTask_addCostItem, FRcoordinator, sharesAgreed",
        "userTask_enterRate, FRcoordinator, keyFixed",
        "userTask_acceptShare, GBfinance, keyFixed",
        "userTask_acceptShare, GBfinance, sharesAgreed",
        "userTask_acceptShare, GBfinance, roundsLeft",
        "userTask_decideObjection, FRcoordinator, budgetToChange",
        "userTask_decideObjection, FRcoordinator, round",
        "userTask_fixKey, manager, keyFixed",
        "userTask_fixKey, manager, sharesAgreed"
    })
    void a_variable_that_a_gateway_reads_cannot_be_sent_along(String id, String group, String variable) {
        OperationReference flight = run.planned("FR", THREE);
        ProcessInstance sharing = waitingAt(id, flight);
        TasklistUsers.Person person = users.as("forger", group);
        Task task = person.open(id, flight);

        assertThatThrownBy(() -> person.completes(task, with(validAt(id), variable, true)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(variable);

        assertThat(sharing).isWaitingAt(id);
        person.completes(task, validAt(id));
        assertThat(users.open(id, flight)).noneMatch(open -> open.getId().equals(task.getId()));
    }

    @Test
    void nobody_answers_for_another_party() {
        OperationReference flight = run.planned("FR", THREE);
        run.started(flight);
        run.budget(flight, item("payer", "FR"));
        Task british = run.shareOf(flight, "GB");

        assertThatThrownBy(() -> run.finance("FR").completes(british, Map.of("answer", "ACCEPT")))
                .isInstanceOf(AuthorizationException.class);

        assertThat(splits.answers(flight, 1)).isEmpty();
    }

    private ProcessInstance objected(OperationReference flight) {
        ProcessInstance sharing = run.started(flight);
        run.budget(flight, item("payer", "FR"));
        run.accept(flight, "FR", "SE");
        run.object(flight, "GB", "too many legs");
        assertThat(sharing).isWaitingAt("userTask_decideObjection");
        return sharing;
    }

    private ProcessInstance threeRounds(OperationReference flight) {
        ProcessInstance sharing = objected(flight);
        for (int round = 2; round <= 3; round++) {
            run.decides(flight, "KEEP");
            run.accept(flight, "FR", "SE");
            run.object(flight, "GB", "still too many legs");
        }
        assertThat(sharing).isWaitingAt("userTask_fixKey");
        return sharing;
    }

    private ProcessInstance waitingAt(String task, OperationReference flight) {
        return switch (task) {
            case "userTask_decideObjection" -> objected(flight);
            case "userTask_fixKey" -> threeRounds(flight);
            case "userTask_acceptShare" -> {
                ProcessInstance sharing = run.started(flight);
                run.budget(flight, item("payer", "FR"));
                yield sharing;
            }
            case "userTask_enterRate" -> {
                ProcessInstance sharing = run.started(flight);
                run.budget(flight, item("payer", "FR", "currency", "HUF"));
                yield sharing;
            }
            default -> run.started(flight);
        };
    }

    private static Map<String, Object> validAt(String task) {
        return switch (task) {
            case "userTask_addCostItem" -> item("payer", "FR", "another", "YES");
            case "userTask_enterRate" -> new HashMap<>(rate("311.5"));
            case "userTask_acceptShare" -> new HashMap<>(Map.of("answer", "ACCEPT"));
            case "userTask_decideObjection" -> new HashMap<>(Map.of("decision", "KEEP", "reason", "as agreed"));
            default -> new HashMap<>(Map.of("decision", "END", "reason", "as agreed"));
        };
    }

    private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
        fields.put(name, value);
        return fields;
    }

    private static Map<String, Object> rate(String figure) {
        return Map.of("rate", figure, "rateSource", "European Central Bank");
    }

    private Split current(OperationReference flight) {
        return splits.current(flight).orElseThrow();
    }

    private Map<String, Long> cents(OperationReference flight) {
        Map<String, Long> cents = new LinkedHashMap<>();
        current(flight).totals().forEach((party, total) -> cents.put(party.code(), total.minor()));
        return cents;
    }

    private Object outcome(ProcessInstance sharing) {
        HistoricVariableInstance variable = history.createHistoricVariableInstanceQuery()
                .processInstanceId(sharing.getId())
                .variableName("sharesAgreed")
                .singleResult();
        return variable.getValue();
    }
}
