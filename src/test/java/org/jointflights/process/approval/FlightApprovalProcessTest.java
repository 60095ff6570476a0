package org.jointflights.process.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.numbers.fraction.BigFraction;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.approval.FreezePlan;
import org.jointflights.application.approval.SignPlan;
import org.jointflights.application.approval.SignedVersions;
import org.jointflights.application.costs.BudgetLine;
import org.jointflights.application.costs.Budgets;
import org.jointflights.application.costs.SplitCosts;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.flight.acts.ContractCarrier;
import org.jointflights.application.flight.acts.FlightWorkflow;
import org.jointflights.application.funding.FinancialDecisions;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.ApprovalRoute;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.approval.Signature;
import org.jointflights.domain.approval.SigningRole;
import org.jointflights.domain.approval.StoredVersion;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Price;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jointflights.domain.funding.CategoryTerms;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.StoredTexts;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProcessTest
class FlightApprovalProcessTest {

    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");
    private static final long SMALL = 5_999_999;
    private static final long MIDDLE = 6_000_000;
    private static final long LARGE = 25_000_000;
    private static final Map<String, Object> COMPLETE = Map.of("next", "COMPLETE");
    private static final Map<String, Object> SIGN = Map.of("answer", "SIGN");
    private static final AtomicInteger NUMBER = new AtomicInteger(3000);

    @Autowired
    private TasklistUsers users;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private Flights flights;

    @Autowired
    private Participations participations;

    @Autowired
    private Budgets budgets;

    @Autowired
    private SplitCosts splits;

    @Autowired
    private SignedVersions versions;

    @Autowired
    private FinancialDecisions decisions;

    @Autowired
    private SignPlan signatures;

    @Autowired
    private FlightWorkflow workflow;

    @Autowired
    private ContractCarrier contracting;

    @Autowired
    private JdbcClient database;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private FreezePlan freezing;

    private final OperationReference reference = new OperationReference("JRO-2027-" + NUMBER.incrementAndGet());

    @BeforeEach
    void open_the_desk() {
        users.open();
    }

    @Test
    void a_large_flight_is_approved_when_two_of_each_finance_the_manager_and_everybody_else_have_signed() {
        ProcessInstance approval = started(LARGE);
        complete_decisions();
        sign_decisions();
        assertThat(open("userTask_signPlan")).hasSize(4);
        sign("userTask_signPlan", "frfinance1", FR);
        sign("userTask_signPlan", "frfinance2", FR);
        sign("userTask_signPlan", "gbfinance1", GB);
        sign("userTask_signPlan", "gbfinance2", GB);
        sign("userTask_confirmLegalBasis", "frlegal1", FR);
        sign("userTask_confirmLegalBasis", "gblegal1", GB);
        sign("userTask_signAsManager", "manager1", null);
        assertThat(open("userTask_giveGo")).as("the executive is last").isEmpty();
        give("userTask_giveRightsOpinion", "rightsofficer1", null, Map.of("answer", "POSITIVE"));
        sign("userTask_giveGo", "executive1", null);
        users.runJobs(reference);

        assertThat(approval).isEnded().hasPassed("endEvent_approved");
        assertThat(outcome(approval)).isTrue();
        PlanVersion version = versions.current(reference).orElseThrow();
        assertThat(version.isSigned()).isTrue();
        assertThat(version.route()).isEqualTo(ApprovalRoute.TWO_FINANCE_AND_MANAGER);
        assertThat(versions.signatures(reference))
                .hasSize(13)
                .allMatch(Signature::counts)
                .allMatch(signature -> signature.hash().equals(version.hash()));
        assertThat(versions.signatures(reference).get(12).role()).isEqualTo(SigningRole.GO);
        assertThat(participations.of(reference))
                .allMatch(participation -> participation.status() == Participation.Status.COMMITTED);
        assertThat(decisions.of(reference)).hasSize(2).allMatch(FinancialDecision::isSigned);
        assertThat(signatures.hold(reference)).isTrue();
    }

    @Test
    void a_middling_flight_needs_one_of_each_finance_and_the_manager() {
        ProcessInstance approval = started(MIDDLE);
        complete_decisions();
        sign_decisions();
        assertThat(open("userTask_signPlan")).hasSize(2);
        sign_plan_of_middling_flight();
        sign("userTask_giveGo", "executive1", null);
        users.runJobs(reference);

        assertThat(approval).isEnded().hasPassed("userTask_signAsManager", "endEvent_approved");
    }

    @Test
    void a_small_flight_is_approved_without_the_manager() {
        ProcessInstance approval = started(SMALL);
        complete_decisions();
        sign_decisions();
        assertThat(open("userTask_signAsManager")).isEmpty();
        sign("userTask_signPlan", "frfinance1", FR);
        sign("userTask_signPlan", "gbfinance1", GB);
        sign("userTask_confirmLegalBasis", "frlegal1", FR);
        sign("userTask_confirmLegalBasis", "gblegal1", GB);
        give("userTask_giveRightsOpinion", "rightsofficer1", null, Map.of("answer", "POSITIVE"));
        sign("userTask_giveGo", "executive1", null);
        users.runJobs(reference);

        assertThat(approval).isEnded().hasNotPassed("userTask_signAsManager").hasPassed("endEvent_approved");
    }

    @Test
    void decisions_are_drafted_from_the_table_and_changed_one_at_a_time() {
        started(LARGE);
        assertThat(decisions.of(reference))
                .extracting(
                        FinancialDecision::beneficiary,
                        FinancialDecision::fund,
                        d -> d.ceiling().minor())
                .containsExactly(tuple(FR, Fund.FRONTEX, LARGE), tuple(GB, Fund.NATIONAL, 0L));

        give(
                "userTask_setCeilings",
                "fxcoordinator",
                null,
                Map.of(
                        "beneficiary",
                        "FR",
                        "fund",
                        "FRONTEX",
                        "ceiling",
                        "200,000.00",
                        "categories",
                        "escorts 80 max 20,000.00; VISAS 0 %",
                        "next",
                        "CHANGE_ANOTHER"));
        assertThat(open("userTask_setCeilings")).as("the table is shown again").hasSize(1);
        assertThat(decisions.of(reference).get(0).categories())
                .isEqualTo(Map.of(
                        CostCategory.ESCORTS, new CategoryTerms(80, Money.euro(2_000_000)),
                        CostCategory.VISAS, new CategoryTerms(0, null)));
        assertThat(users.shown(open("userTask_setCeilings").get(0), "decisions").toString())
                .contains("100 %; Escorts 80 %, at most 20,000.00 EUR; Visas 0 %");
        for (String wrong :
                List.of("PIZZA 50", "ESCORTS", "ESCORTS 101", "ESCORTS 1; escorts 2", "ESCORTS 5 max ten")) {
            assertThatThrownBy(() -> give(
                            "userTask_setCeilings",
                            "fxcoordinator",
                            null,
                            Map.of(
                                    "beneficiary",
                                    "FR",
                                    "fund",
                                    "FRONTEX",
                                    "ceiling",
                                    "1",
                                    "categories",
                                    wrong,
                                    "next",
                                    "COMPLETE")))
                    .as(wrong)
                    .hasRootCauseInstanceOf(BadInput.class);
        }
        give(
                "userTask_setCeilings",
                "fxcoordinator",
                null,
                Map.of("beneficiary", "FR", "fund", "AMIF", "ceiling", "0", "next", "COMPLETE"));
        users.runJobs(reference);

        FinancialDecision french = decisions.of(reference).get(0);
        assertThat(french.fund()).isEqualTo(Fund.AMIF);
        assertThat(french.rate()).isEqualTo(BigFraction.ZERO);
        assertThat(open("userTask_signDecisionForFrontex")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "'', FRONTEX, '', COMPLETE, Choose the state they are meant for",
        "SE, FRONTEX, 1, COMPLETE, The states that take part are",
        "UK, FRONTEX, 1, COMPLETE, The ISO code of that state is GB",
        "GB, FRONTEX, 1, COMPLETE, No fund pays GB anything",
        "FR, FRONTEX, -1, COMPLETE, zero or more",
        "FR, FRONTEX, many, COMPLETE, Enter an amount in figures",
        "FR, '', 1, COMPLETE, Fund is empty",
        "FR, ISF, 1, COMPLETE, Choose one of: FRONTEX",
        "FR, FRONTEX, 1, '', Next step is empty",
        "FR, FRONTEX, 1, MAYBE, Choose one of: CHANGE_ANOTHER"
    })
    void a_wrong_ceiling_is_refused_in_a_sentence_and_changes_nothing(
            String beneficiary, String fund, String ceiling, String next, String sentence) {
        started(LARGE);
        List<FinancialDecision> before = decisions.of(reference);

        assertThatThrownBy(() -> give(
                        "userTask_setCeilings",
                        "fxcoordinator",
                        null,
                        Map.of("beneficiary", beneficiary, "fund", fund, "ceiling", ceiling, "next", next)))
                .hasStackTraceContaining(sentence);

        assertThat(decisions.of(reference)).isEqualTo(before);
        assertThat(open("userTask_setCeilings")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "userTask_signPlan, frfinance1, FR, REFUSE",
        "userTask_confirmLegalBasis, gblegal1, GB, REFUSE",
        "userTask_signAsManager, manager1, , REFUSE",
        "userTask_giveRightsOpinion, rightsofficer1, , NEGATIVE"
    })
    void any_refusal_ends_the_round_and_the_plan_goes_back(String task, String user, String party, String answer) {
        ProcessInstance approval = started(MIDDLE);
        complete_decisions();
        sign_decisions();
        give(task, user, party == null ? null : new Party(party), Map.of("answer", answer, "reason", "too dear"));

        assertThat(users.openTasks(reference)).containsExactly("userTask_decideRejection");
        give(
                "userTask_decideRejection",
                "frcoordinator",
                null,
                Map.of("answer", "REVISE", "reason", "We look for a cheaper aircraft."));

        assertThat(approval).isEnded().hasPassed("endEvent_rejected");
        assertThat(outcome(approval)).isFalse();
        assertThat(versions.current(reference)).isEmpty();
        assertThat(versions.signatures(reference))
                .anyMatch(signature -> signature.refused() && "too dear".equals(signature.reason()))
                .noneMatch(Signature::counts)
                .allMatch(signature -> Sentence.of("common.said", "We look for a cheaper aircraft.")
                        .equals(signature.voidedFor()));
        assertThat(participations.of(reference))
                .allMatch(participation -> participation.status() == Participation.Status.DECLARED);
        assertThat(signatures.hold(reference)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"userTask_signDecisionForFrontex, fxfinance1", "userTask_signDecisionForState, gbfinance1"})
    void a_refused_financial_decision_ends_the_round_too(String task, String user) {
        started(SMALL);
        complete_decisions();
        if (task.endsWith("State")) {
            sign("userTask_signDecisionForFrontex", "fxfinance1", GB);
        }
        give(task, user, GB, Map.of("answer", "REFUSE", "reason", "double funding"));

        assertThat(users.openTasks(reference)).containsExactly("userTask_decideRejection");
    }

    @Test
    void the_executive_can_refuse_the_go() {
        started(MIDDLE);
        complete_decisions();
        sign_decisions();
        sign_plan_of_middling_flight();
        give("userTask_giveGo", "executive1", null, Map.of("answer", "REFUSE", "reason", "not this month"));

        assertThat(users.openTasks(reference)).containsExactly("userTask_decideRejection");
    }

    @Test
    void why_a_version_is_void_is_said_in_the_readers_language_and_stored_in_none() {
        started(MIDDLE);
        complete_decisions();
        sign_decisions();
        freezing.makeVoidAsPlanChanged(reference);

        assertThat(versions.signatures(reference)).isNotEmpty().allSatisfy(signature -> {
            Sentence why = Objects.requireNonNull(signature.voidedFor());
            assertThat(why.in(Locale.ENGLISH)).isEqualTo("the plan has changed");
            assertThat(why.in(Locale.FRENCH)).isEqualTo("le plan a changé");
        });
        assertThat(new StoredTexts(jdbc).sentences()).isEmpty();
    }

    @Test
    void after_a_refusal_the_signatures_can_be_asked_for_again_on_a_new_version() {
        ProcessInstance approval = started(MIDDLE);
        complete_decisions();
        sign_decisions();
        give("userTask_signPlan", "gbfinance1", GB, Map.of("answer", "REFUSE", "reason", "I missed the offer"));
        give("userTask_decideRejection", "frcoordinator", null, Map.of("answer", "ASK_AGAIN", "reason", "Sent again."));
        users.runJobs(reference);
        complete_decisions();

        assertThat(versions.of(reference))
                .extracting(StoredVersion::voidedFor)
                .containsExactly(Sentence.of("common.said", "Sent again."), null);
        sign_decisions();
        Task asked = task("userTask_signPlan", FR);
        PlanVersion second = versions.current(reference).orElseThrow();
        assertThat(users.shown(asked, "ownShare"))
                .isEqualTo(second.shareOf(FR).in(Locale.ENGLISH))
                .isNotEqualTo("0.00 EUR");
        assertThat(users.shown(asked, "shareChange"))
                .isEqualTo("The same share as in version 1. That version became void: Sent again.");
        sign_plan_of_middling_flight();
        sign("userTask_giveGo", "executive1", null);
        users.runJobs(reference);

        assertThat(approval).isEnded().hasPassed("endEvent_approved");
        assertThat(outcome(approval)).isTrue();
    }

    @Test
    void after_a_negative_rights_opinion_the_signatures_are_not_asked_for_again() {
        ProcessInstance approval = started(SMALL);
        complete_decisions();
        sign_decisions();
        give("userTask_giveRightsOpinion", "rightsofficer1", null, Map.of("answer", "NEGATIVE", "reason", "no access"));

        assertThatThrownBy(() -> give(
                        "userTask_decideRejection",
                        "frcoordinator",
                        null,
                        Map.of("answer", "ASK_AGAIN", "reason", "please")))
                .hasStackTraceContaining("the plan has to be revised");
        give("userTask_decideRejection", "frcoordinator", null, Map.of("answer", "REVISE", "reason", "We revise it."));
        assertThat(approval).isEnded().hasPassed("endEvent_rejected");
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE, '', Whoever refuses says why",
        "'', '', Answer is empty",
        "YES, '', 'Choose one of: SIGN, REFUSE'",
        "POSITIVE, '', 'Choose one of: SIGN, REFUSE'"
    })
    void an_answer_that_is_none_leaves_the_task_open(String answer, String reason, String sentence) {
        started(SMALL);
        complete_decisions();

        assertThatThrownBy(() -> give(
                        "userTask_signDecisionForFrontex",
                        "fxfinance1",
                        FR,
                        Map.of("answer", answer, "reason", reason)))
                .hasStackTraceContaining(sentence);

        assertThat(open("userTask_signDecisionForFrontex")).hasSize(2);
        assertThat(versions.signatures(reference)).isEmpty();
    }

    @Test
    void a_preparer_does_not_sign_but_a_second_person_of_the_group_does() {
        started(SMALL);
        users.as("fxfinance1", "FXcoordinator", "FXfinance")
                .completes(open("userTask_setCeilings").get(0), COMPLETE);
        users.runJobs(reference);

        assertThatThrownBy(() -> sign("userTask_signDecisionForFrontex", "fxfinance1", FR))
                .hasStackTraceContaining("Nobody signs what they prepared");
        assertThat(versions.signatures(reference)).isEmpty();
        sign("userTask_signDecisionForFrontex", "fxfinance2", FR);
        assertThat(versions.signatures(reference)).extracting(Signature::person).containsExactly("fxfinance2");
    }

    @Test
    void one_person_does_not_sign_the_same_version_twice() {
        started(LARGE);
        complete_decisions();
        sign_decisions();
        sign("userTask_signPlan", "frfinance1", FR);

        assertThatThrownBy(() -> sign("userTask_signPlan", "frfinance1", FR))
                .hasStackTraceContaining("One person signs it once");
        assertThatThrownBy(
                        () -> users.as("frfinance1", "manager").completes(task("userTask_signAsManager", null), SIGN))
                .as("not in another role either")
                .hasStackTraceContaining("One person signs it once");
        sign("userTask_signPlan", "frfinance2", FR);
    }

    @Test
    void two_answers_of_one_person_at_the_same_moment_are_stopped_by_the_database() {
        started(SMALL);
        complete_decisions();
        PlanVersion version = versions.current(reference).orElseThrow();
        versions.add(signature(version, SigningRole.FINANCE, FR, "frfinance1"));
        versions.add(signature(version, SigningRole.DECISION_FOR_STATE, FR, "frfinance1"));
        versions.add(signature(version, SigningRole.DECISION_FOR_FRONTEX, GB, "frfinance1"));

        assertThatThrownBy(() -> versions.add(signature(version, SigningRole.GO, null, "frfinance1")))
                .isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> versions.add(signature(version, SigningRole.DECISION_FOR_FRONTEX, FR, "frfinance1")))
                .isInstanceOf(NotYours.class);
        assertThat(versions.signatures(reference)).hasSize(3);
    }

    private Signature signature(PlanVersion version, SigningRole role, Party party, String person) {
        return new Signature(
                reference, version.number(), version.hash(), role, party, person, TestClock.START, false, null, null);
    }

    @Test
    void a_signature_on_an_outdated_plan_is_refused() {
        started(SMALL);
        complete_decisions();
        Participation british = participations.get(reference, GB);
        participations.put(british.declared(new Seats(17, 38, 0, 0, 0, 0), "STN", null, TestClock.START));

        assertThatThrownBy(() -> sign("userTask_signDecisionForFrontex", "fxfinance1", FR))
                .hasStackTraceContaining("The plan has changed since version 1");
        assertThat(versions.signatures(reference)).isEmpty();
    }

    @Test
    void a_state_that_drops_out_in_mid_round_voids_the_signatures_and_the_shares_are_agreed_anew() {
        ProcessInstance approval = started(MIDDLE);
        complete_decisions();
        sign_decisions();
        sign("userTask_signPlan", "frfinance1", FR);
        participations.put(participations
                .get(reference, GB)
                .withdrawn(
                        WithdrawalCause.LEGAL,
                        "no people left",
                        TestClock.START,
                        flights.get(reference).departure()));

        workflow.workOutdated(reference, Stage.APPROVAL);
        users.runJobs(reference);

        assertThat(approval).isEnded().hasPassed("serviceTask_voidSignatures", "endEvent_sharesOutdated");
        assertThat(outcome(approval)).isFalse();
        assertThat(versions.signatures(reference)).hasSize(5).noneMatch(Signature::counts);
    }

    @Test
    void a_new_date_in_mid_round_voids_the_signatures_and_starts_a_new_version_with_the_same_shares() {
        ProcessInstance approval = started(MIDDLE);
        complete_decisions();
        sign_decisions();
        sign("userTask_signPlan", "frfinance1", FR);
        PlanVersion first = versions.current(reference).orElseThrow();
        Flight flight = flights.get(reference);
        flights.put(flight.postponedTo(flight.departure().plusDays(7), TestClock.START));

        workflow.workOutdated(reference, Stage.APPROVAL);
        users.runJobs(reference);

        assertThat(users.openTasks(reference)).containsExactly("userTask_setCeilings");
        assertThat(approval).hasPassed("boundaryEvent_planChanged", "serviceTask_voidSignatures");
        assertThat(versions.signatures(reference)).hasSize(5).noneMatch(Signature::counts);
        complete_decisions();
        PlanVersion second = versions.current(reference).orElseThrow();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.hash()).isNotEqualTo(first.hash());
        assertThat(open("userTask_signDecisionForFrontex")).hasSize(2);
    }

    @Test
    void shares_of_a_state_that_has_left_are_not_frozen_but_agreed_anew() {
        ProcessInstance approval = started(MIDDLE);
        participations.put(participations
                .get(reference, GB)
                .withdrawn(
                        WithdrawalCause.LEGAL,
                        "no people left",
                        TestClock.START,
                        flights.get(reference).departure()));

        complete_decisions();

        assertThat(approval).isEnded().hasPassed("boundaryEvent_sharesOutdated", "endEvent_sharesOutdated");
        assertThat(outcome(approval)).isFalse();
        assertThat(versions.current(reference)).isEmpty();
    }

    @Test
    void a_change_of_plan_while_nothing_is_frozen_needs_nothing() {
        started(SMALL);

        assertThatCode(() -> workflow.workOutdated(reference, Stage.APPROVAL)).doesNotThrowAnyException();
        assertThat(users.openTasks(reference)).containsExactly("userTask_setCeilings");
    }

    @Test
    void a_signature_that_slipped_in_after_the_go_keeps_the_seats_from_being_committed() {
        started(MIDDLE);
        complete_decisions();
        sign_decisions();
        sign_plan_of_middling_flight();
        sign("userTask_giveGo", "executive1", null);
        versions.add(signature(versions.current(reference).orElseThrow(), SigningRole.FINANCE, FR, "frfinance2"));

        assertThatThrownBy(() -> users.runJobs(reference)).hasStackTraceContaining("its go did not come last");
        assertThat(participations.get(reference, FR).status()).isEqualTo(Participation.Status.DECLARED);
        assertThat(signatures.hold(reference)).isFalse();
    }

    @Test
    void a_change_of_plan_after_the_last_signature_is_not_committed() {
        ProcessInstance approval = started(MIDDLE);
        complete_decisions();
        sign_decisions();
        sign_plan_of_middling_flight();
        sign("userTask_giveGo", "executive1", null);
        participations.put(participations
                .get(reference, GB)
                .withdrawn(
                        WithdrawalCause.LEGAL,
                        "no people left",
                        TestClock.START,
                        flights.get(reference).departure()));
        users.runJobs(reference);

        assertThat(approval).isEnded().hasPassed("boundaryEvent_planMoved", "endEvent_sharesOutdated");
        assertThat(outcome(approval)).isFalse();
        assertThat(participations.get(reference, FR).status()).isEqualTo(Participation.Status.DECLARED);
        assertThat(versions.current(reference)).isEmpty();
    }

    @Test
    void after_the_commitment_fewer_heads_and_a_withdrawal_leave_the_signatures_but_a_change_of_route_does_not() {
        approved_small_flight();
        Participation british = participations.get(reference, GB);
        participations.put(new Participation(
                reference,
                GB,
                Participation.Status.COMMITTED,
                new Seats(10, 20, 0, 0, 0, 0),
                "STN",
                null,
                null,
                TestClock.START,
                null));
        assertThat(signatures.hold(reference)).isTrue();
        participations.put(british.withdrawn(
                WithdrawalCause.LEGAL,
                "court stays",
                TestClock.START,
                flights.get(reference).departure()));
        assertThat(signatures.hold(reference)).isTrue();

        Flight flight = flights.get(reference);
        flights.put(flight.planned(route("LTN"), flight.departure().getZone(), flight.capacity()));
        assertThat(signatures.hold(reference)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "decisionsComplete",
        "refused",
        "managerNotNeeded",
        "approvalRoute",
        "askedAgain",
        "splitHolds",
        "approved"
    })
    void a_forged_variable_is_refused_with_everything_that_came_with_it(String forged) {
        started(LARGE);
        assertThatThrownBy(() -> give(
                        "userTask_setCeilings",
                        "fxcoordinator",
                        null,
                        Map.of("next", "CHANGE_ANOTHER", forged, "true")))
                .hasStackTraceContaining("is not a field of this form");
        assertThat(users.openTasks(reference)).containsExactly("userTask_setCeilings");
        complete_decisions();

        assertThatThrownBy(() -> give(
                        "userTask_signDecisionForFrontex", "fxfinance1", FR, Map.of("answer", "SIGN", forged, "true")))
                .hasStackTraceContaining("is not a field of this form");
        assertThat(versions.signatures(reference)).isEmpty();
    }

    @Test
    void a_manager_left_out_by_force_is_missed_before_the_go() {
        ProcessInstance approval = started(MIDDLE);
        complete_decisions();
        runtime.setVariable(approval.getId(), "managerNotNeeded", true);
        sign_decisions();
        sign("userTask_signPlan", "frfinance1", FR);
        sign("userTask_signPlan", "gbfinance1", GB);
        sign("userTask_confirmLegalBasis", "frlegal1", FR);
        sign("userTask_confirmLegalBasis", "gblegal1", GB);
        give("userTask_giveRightsOpinion", "rightsofficer1", null, Map.of("answer", "POSITIVE"));

        assertThatThrownBy(() -> sign("userTask_giveGo", "executive1", null))
                .hasStackTraceContaining("The go to contract is given last");
    }

    @ParameterizedTest
    @CsvSource({"gbfinance1", "frlegal1", "frcoordinator", "admin"})
    void nobody_of_another_group_signs(String user) {
        started(SMALL);
        complete_decisions();
        sign_decisions();
        Task french = task("userTask_signPlan", FR);

        assertThatThrownBy(() -> users.as(user).completes(french, SIGN))
                .hasStackTraceContaining("does not have one of the following permissions: 'TASK_WORK'");
        assertThatThrownBy(() -> users.as("frfinance1").submits(french, SIGN))
                .as("without claiming")
                .hasStackTraceContaining("Nobody has claimed this task");
        assertThat(versions.signatures(reference)).hasSize(4);
    }

    @Test
    void a_signing_form_shows_the_hash_the_decision_and_who_has_signed() {
        started(SMALL);
        complete_decisions();
        sign("userTask_signDecisionForFrontex", "fxfinance1", FR);
        Task task = task("userTask_signDecisionForState", FR);
        PlanVersion version = versions.current(reference).orElseThrow();

        assertThat(users.shown(task, "hash")).isEqualTo(version.hash());
        assertThat(users.shown(task, "version")).isEqualTo("1 (" + version.shortHash() + ")");
        assertThat(users.shown(task, "partyName")).isEqualTo("France");
        assertThat(users.shown(task, "total")).isEqualTo("59,999.99 EUR");
        assertThat(users.shown(task, "decisions").toString())
                .contains("FR France", "100 %", "59,999.99 EUR", "(assumed)")
                .doesNotContain("GB");
        assertThat(users.shown(task, "signatures").toString())
                .contains("Paolo Silva", "Financial decision, for Frontex")
                .doesNotContain("fxfinance1");
        assertThat(users.shown(task, "shares").toString()).contains("shared in equal parts among FR, GB");
    }

    @Test
    void nobody_signs_a_version_whose_content_was_changed_by_a_byte_behind_the_application() {
        started(SMALL);
        complete_decisions();
        sign("userTask_signDecisionForFrontex", "fxfinance1", FR);
        String sentence = "The content of version 1 of flight " + reference + " is not what was signed";
        alter("update plan_version set content = replace(content, 'Nigeria', 'Nigerja') where reference = ?");

        assertThatThrownBy(() -> sign("userTask_signDecisionForState", "frfinance1", FR))
                .hasStackTraceContaining(sentence);
        assertThatThrownBy(() -> give(
                        "userTask_signDecisionForFrontex",
                        "fxfinance2",
                        GB,
                        Map.of("answer", "REFUSE", "reason", "not even a refusal")))
                .hasStackTraceContaining(sentence);
        assertThat(versions.signatures(reference)).hasSize(1);
        assertThat(open("userTask_signDecisionForState")).hasSize(1);

        alter("update plan_version set content = replace(content, 'Nigerja', 'Nigeria') where reference = ?");
        sign("userTask_signDecisionForState", "frfinance1", FR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update plan_version set hash = '%s' where reference = ? | is not what was signed",
                "update plan_version set binding_hash = '%s' where reference = ? | stored with seats, a total or a fingerprint",
                "update plan_version set total = total - 1 where reference = ? | stored with seats, a total or a fingerprint",
                "update plan_version_seats set returnees = returnees + 1 where reference = ? and party = 'GB' | stored with seats",
                "update signature set hash = '%s' where reference = ? | The signature of fxfinance1 on version 1 of flight"
            })
    void nobody_signs_where_anything_else_was_changed_that_a_signature_rests_on(String change, String sentence) {
        started(SMALL);
        complete_decisions();
        sign("userTask_signDecisionForFrontex", "fxfinance1", FR);
        alter(change.formatted("0".repeat(64)));

        assertThatThrownBy(() -> sign("userTask_signDecisionForState", "frfinance1", FR))
                .hasStackTraceContaining(sentence)
                .hasStackTraceContaining(reference.value());
        assertThat(versions.signatures(reference)).hasSize(1);
    }

    @Test
    void a_version_that_was_changed_after_the_last_signature_is_not_committed() {
        started(MIDDLE);
        complete_decisions();
        sign_decisions();
        sign_plan_of_middling_flight();
        sign("userTask_giveGo", "executive1", null);
        alter("update plan_version set content = replace(content, 'Nigeria', 'Nigerja') where reference = ?");

        assertThatThrownBy(() -> users.runJobs(reference))
                .hasStackTraceContaining("The content of version 1 of flight " + reference);
        assertThat(versions.of(reference)).extracting(StoredVersion::committed).containsExactly((Instant) null);
        assertThat(participations.get(reference, FR).status()).isEqualTo(Participation.Status.DECLARED);
    }

    @Test
    void nothing_is_contracted_on_a_version_that_was_changed_after_the_commitment() {
        approved_small_flight();
        alter("update plan_version set content = replace(content, 'Nigeria', 'Nigerja') where reference = ?");
        assertThatThrownBy(() -> users.as("frcoordinator").does(() -> contracting.sign(reference, Money.euro(SMALL))))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("The content of version 1 of flight " + reference);

        alter("update plan_version set content = replace(content, 'Nigerja', 'Nigeria') where reference = ?");
        alter("update signature set hash = '" + "0".repeat(64) + "' where reference = ? and role = 'GO'");
        assertThatThrownBy(() -> users.as("frcoordinator").does(() -> contracting.sign(reference, Money.euro(SMALL))))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("The signature of executive1 on version 1 of flight " + reference);
    }

    @Test
    void a_decision_counts_as_signed_only_by_signatures_on_its_version() {
        started(SMALL);
        complete_decisions();
        sign_decisions();
        assertThat(decisions.of(reference)).allMatch(FinancialDecision::isSigned);

        alter("update signature set hash = '" + "0".repeat(64) + "' where reference = ? and party = 'GB'");

        assertThat(decisions.of(reference))
                .extracting(FinancialDecision::beneficiary, FinancialDecision::isSigned)
                .containsExactly(tuple(FR, true), tuple(GB, false));
    }

    @Test
    void a_version_that_was_changed_can_still_be_made_void_and_signed_anew() {
        started(MIDDLE);
        complete_decisions();
        sign_decisions();
        alter("update plan_version set content = replace(content, 'Nigeria', 'Nigerja') where reference = ?");

        workflow.workOutdated(reference, Stage.APPROVAL);
        users.runJobs(reference);
        complete_decisions();
        sign_decisions();

        assertThat(versions.of(reference))
                .extracting(version -> version.fault() == null, version -> version.voided() == null)
                .containsExactly(tuple(false, false), tuple(true, true));
    }

    /** What somebody does who has the database's password. */
    private void alter(String change) {
        assertThat(database.sql(change).param(reference.value()).update()).isPositive();
    }

    private void approved_small_flight() {
        started(SMALL);
        complete_decisions();
        sign_decisions();
        sign("userTask_signPlan", "frfinance1", FR);
        sign("userTask_signPlan", "gbfinance1", GB);
        sign("userTask_confirmLegalBasis", "frlegal1", FR);
        sign("userTask_confirmLegalBasis", "gblegal1", GB);
        give("userTask_giveRightsOpinion", "rightsofficer1", null, Map.of("answer", "POSITIVE"));
        sign("userTask_giveGo", "executive1", null);
        users.runJobs(reference);
        assertThat(signatures.hold(reference)).isTrue();
    }

    private void sign_plan_of_middling_flight() {
        sign("userTask_signPlan", "frfinance1", FR);
        sign("userTask_signPlan", "gbfinance1", GB);
        sign("userTask_confirmLegalBasis", "frlegal1", FR);
        sign("userTask_confirmLegalBasis", "gblegal1", GB);
        sign("userTask_signAsManager", "manager1", null);
        give("userTask_giveRightsOpinion", "rightsofficer1", null, Map.of("answer", "POSITIVE"));
    }

    private void complete_decisions() {
        give("userTask_setCeilings", "fxcoordinator", null, COMPLETE);
        users.runJobs(reference);
    }

    private void sign_decisions() {
        for (Party state : List.of(FR, GB)) {
            sign("userTask_signDecisionForFrontex", "fxfinance1", state);
            sign("userTask_signDecisionForState", state.code().toLowerCase(Locale.ROOT) + "finance1", state);
        }
    }

    private void sign(String task, String user, Party party) {
        give(task, user, party, SIGN);
    }

    private void give(String taskId, String user, Party party, Map<String, ?> answers) {
        Task task = task(taskId, party);
        try {
            users.as(user).completes(task, answers);
        } catch (RuntimeException refused) {
            // So that somebody else can try the same task.
            tasks.setAssignee(task.getId(), null);
            throw refused;
        }
    }

    private Task task(String taskId, Party party) {
        return open(taskId).stream()
                .filter(task -> party == null || party.code().equals(tasks.getVariable(task.getId(), "party")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(taskId + " is not open; open are " + users.openTasks(reference)));
    }

    private List<Task> open(String taskId) {
        return users.open(taskId, reference);
    }

    private boolean outcome(ProcessInstance approval) {
        return (Boolean) history.createHistoricVariableInstanceQuery()
                .processInstanceId(approval.getId())
                .variableName("approved")
                .singleResult()
                .getValue();
    }

    private ProcessInstance started(long cents) {
        flights.add(new Flight(
                reference,
                FlightType.JRO,
                FR,
                "Nigeria",
                route("STN"),
                ZonedDateTime.of(2027, 4, 1, 8, 0, 0, 0, ZoneId.of("Europe/Paris")),
                LocalDate.of(2027, 4, 1),
                180,
                Stage.APPROVAL,
                TestClock.START,
                null,
                0,
                null,
                0));
        participations.put(Participation.invited(reference, FR, TestClock.START)
                .declared(new Seats(12, 26, 2, 1, 1, 0), "CDG", null, TestClock.START));
        participations.put(Participation.invited(reference, GB, TestClock.START)
                .declared(new Seats(18, 38, 0, 0, 0, 0), "STN", null, TestClock.START));
        budgets.put(new BudgetLine(
                reference,
                Price.withoutVat(Money.euro(cents)),
                Set.of(),
                CostItem.common(1, "Charter", CostCategory.CHARTER, Money.euro(cents), FR, Set.of(FR, GB), Key.EQUAL),
                false,
                null));
        assertThatCode(() -> splits.byFixedKey(reference, 1)).doesNotThrowAnyException();
        ProcessInstance approval = runtime.startProcessInstanceByKey(
                FlightApprovalProcess.KEY,
                reference.value(),
                Map.of("reference", reference.value(), "organiser", FR.code()));
        users.runJobs(reference);
        return approval;
    }

    private static Route route(String pickUp) {
        return new Route(List.of(
                new Stop("CDG", Stop.Purpose.START, 0),
                new Stop(pickUp, Stop.Purpose.PICK_UP, 370),
                new Stop("LOS", Stop.Purpose.DESTINATION, 5000),
                new Stop("CDG", Stop.Purpose.RETURN, 4700)));
    }
}
