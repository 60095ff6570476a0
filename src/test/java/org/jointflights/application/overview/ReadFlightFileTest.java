package org.jointflights.application.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.BRITISH;
import static org.jointflights.application.ParisToLagos.ES;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.costs.BudgetLine;
import org.jointflights.application.costs.Share;
import org.jointflights.application.costs.ShareAnswer;
import org.jointflights.application.costs.Split;
import org.jointflights.application.flight.acts.FlightAct;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.operation.HeadCounts;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.approval.PlanContent;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.approval.Signature;
import org.jointflights.domain.approval.SigningRole;
import org.jointflights.domain.approval.StoredVersion;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.costs.Price;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.flight.Cancellation;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.domain.flight.Contract;
import org.jointflights.domain.flight.Crew;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Permit;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.operation.Boarding;
import org.jointflights.domain.operation.Cause;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer;
import org.jointflights.domain.operation.GateAnswer.Verdict;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.HandOver;
import org.jointflights.domain.operation.Question;
import org.jointflights.domain.operation.Returned;
import org.jointflights.domain.operation.TakenOff;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Transfer;
import org.jointflights.process.operation.GatesByTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadFlightFileTest {

    private static final Crew CREW = new Crew("Anna", "Dr Berg", "Carl", "Dora");

    private final OverviewServices services = new OverviewServices();

    /** The moment at which states leave; what comes a second later is after that. */
    private final Instant left = services.ports.clock.instant();

    private final Instant later = left.plusSeconds(1);

    @Test
    void a_flight_is_read_by_those_whom_it_concerns() {
        at(Stage.PLANNING);

        assertThat(file("FRlegal").flight().reference()).isEqualTo(REFERENCE);
        assertThat(file("ESlegal").viewer().parties()).containsExactly(ES);
        refusal(NotYours.class, "overview.flight.notYours", () -> file("ITlegal"));
        refusal(
                Unknown.class,
                "common.flight.unknown",
                () -> services.read.file(new OperationReference("JRO-2027-0009")));
    }

    @Test
    void why_a_state_declined_is_its_own() {
        at(Stage.PLANNING);

        assertThat(reasonOf(ES, "ESlegal")).isEqualTo("no aircraft");
        assertThat(reasonOf(ES, "manager")).isEqualTo("no aircraft");
        assertThat(reasonOf(ES, "FRlegal")).isNull();
        assertThat(file("FRlegal").plan().participations())
                .filteredOn(part -> part.party().equals(ES))
                .extracting(Participation::status, Participation::since)
                .containsExactly(tuple(Participation.Status.DECLINED, Instant.parse("2027-02-01T09:00:00Z")));
    }

    @Test
    void why_one_withdrew_is_told_to_all_that_were_still_in() {
        at(Stage.PLANNING);
        withdraw(GB, later);
        services.ports.participations.put(new Participation(
                REFERENCE, new Party("BE"), Participation.Status.WITHDRAWN, BRITISH, null, null, "Own", left, 9));

        assertThat(reasonOf(GB, "FRlegal")).isEqualTo("No people left.");
        assertThat(reasonOf(GB, "ESlegal")).isEqualTo("No people left.");
        assertThat(reasonOf(GB, "BElegal")).isNull();
        assertThat(reasonOf(new Party("BE"), "GBlegal")).isEqualTo("Own");
    }

    @Test
    void a_state_that_has_left_reads_the_plan_as_it_was() {
        at(Stage.CONTRACTING);
        withdraw(GB, left);
        services.ports.rules.put(REFERENCE, WithdrawalRule.USED);
        services.ports.crews.put(REFERENCE, CREW);
        services.ports.quotes.put(quote(1, "Before", left));
        services.ports.quotes.put(quote(2, "After", later));
        services.ports.quotes.put(quote(3, "Whenever", null));
        services.ports.permits.put(permit());

        happen(TrailEvent.SUSPENDED, later);

        FlightFile before = file("GBlegal");
        assertThat(before.plan().crew()).isEqualTo(CREW);
        assertThat(before.plan().quotes())
                .extracting(CarrierQuote::carrier, CarrierQuote::isChosen)
                .containsExactly(tuple("Before", true));
        assertThat(before.plan().permits()).hasSize(1);

        happen(TrailEvent.CONSOLIDATED, later);
        happen(TrailEvent.CARRIER_CHOSEN, later);
        happen(TrailEvent.PERMIT, later);

        FlightFile after = file("GBlegal");
        assertThat(after.plan().crew()).isNull();
        assertThat(after.plan().quotes()).extracting(CarrierQuote::isChosen).containsExactly(false);
        assertThat(after.plan().permits()).isEmpty();
        FlightFile french = file("FRlegal");
        assertThat(french.plan().crew()).isEqualTo(CREW);
        assertThat(french.plan().quotes()).extracting(CarrierQuote::isChosen).containsExactly(true, true, true);
        assertThat(french.plan().withdrawalRule()).isEqualTo(WithdrawalRule.USED);
        assertThat(french.plan().permits()).containsExactly(permit());
    }

    @Test
    void how_many_boarded_were_taken_off_and_handed_over_is_told_to_the_state_itself_and_to_those_who_see_all() {
        at(Stage.SETTLEMENT);
        Boarding british = new Boarding(REFERENCE, GB, 1, BRITISH, "gbescortleader", left);
        HandOver handed = new HandOver(REFERENCE, GB, 3, 1, 3, "Not admitted", "gbescortleader", later);
        HeadCounts counts = services.settlement.operation.counts;
        services.settlement.operation.runs.open(REFERENCE, left);
        counts.add(british);
        counts.add(new Boarding(REFERENCE, FR, 0, BRITISH, "frescortleader", left));
        counts.add(handed);
        Returned back = new Returned(REFERENCE, GB, 1, 0, null, "gbescortleader", later);
        counts.add(back);
        counts.add(off(GB, 2));
        counts.add(off(GB, 1));
        counts.add(off(ES, 4));

        CountedParty ofGb = new CountedParty(GB, 3, british, handed, back);
        assertThat(counts("GBlegal")).containsExactly(ofGb);
        assertThat(counts("ESlegal")).containsExactly(new CountedParty(ES, 4, null, null, null));
        assertThat(counts("manager"))
                .extracting(CountedParty::party, CountedParty::takenOff)
                .containsExactly(tuple(ES, 4), tuple(FR, 0), tuple(GB, 3));
        assertThat(counts("manager")).contains(ofGb);
    }

    private List<CountedParty> counts(String... groups) {
        return file(groups).operation().counts();
    }

    private TakenOff off(Party party, int persons) {
        return new TakenOff(REFERENCE, party, GatePoint.BOARDING, 0, persons, Cause.MEDICAL, "ill", "somebody", left);
    }

    @Test
    void and_the_trail_until_then() {
        at(Stage.CONTRACTING);
        withdraw(GB, left);
        happen(TrailEvent.PROPOSED, left);
        happen(TrailEvent.SUSPENDED, later);

        assertThat(file("GBlegal").trail()).extracting(TrailEntry::event).containsExactly(TrailEvent.PROPOSED);
        assertThat(file("FRlegal").trail())
                .extracting(TrailEntry::event)
                .containsExactly(TrailEvent.PROPOSED, TrailEvent.SUSPENDED);
    }

    @Test
    void whose_parties_left_one_after_the_other_has_left_with_the_last() {
        at(Stage.CONTRACTING);
        withdraw(GB, later);
        services.ports.participations.put(
                new Participation(REFERENCE, ES, Participation.Status.WITHDRAWN, BRITISH, null, null, "Own", left, 9));
        happen(TrailEvent.SUSPENDED, later);

        assertThat(file("ESlegal").trail()).isEmpty();
        assertThat(file("ESlegal", "GBlegal").trail()).hasSize(1);
        assertThat(file("ESlegal", "FRlegal").trail()).hasSize(1);
    }

    @Test
    void a_state_that_has_left_reads_the_price_that_the_carrier_took_until_then() {
        at(Stage.CONTRACTING);
        withdraw(GB, left);
        services.ports.contracts.put(contract("Before", left, null));
        services.ports.clock.advance(Duration.between(services.ports.clock.instant(), later));
        services.ports.writeTrail.record(REFERENCE, TrailEvent.REPRICED, "Before", Money.euro(4), Money.euro(5));

        assertThat(file("GBlegal").plan().contracts())
                .extracting(Contract::price)
                .containsExactly(Money.euro(4));
        assertThat(file("FRlegal").plan().contracts())
                .extracting(Contract::price)
                .containsExactly(Money.euro(5));
    }

    @Test
    void papers_that_came_after_it_had_left_are_not_shown_to_a_state_unless_it_pays() {
        at(Stage.CONTRACTING);
        withdraw(GB, left);
        services.ports.contracts.put(contract("Before", left, later));
        services.ports.contracts.put(contract("After", later, null));
        services.ports.cancellations.add(new Cancellation(REFERENCE, "why", FR, later, Duration.ofDays(9), "manager1"));
        PlanVersion first = version(1, left);
        PlanVersion second = version(2, later);
        sign(first, SigningRole.FINANCE, FR, "frfinance1", left);
        sign(second, SigningRole.FINANCE, FR, "frfinance1", later);
        sign(second, SigningRole.DECISION_FOR_STATE, GB, "gbfinance1", later);
        Transfer transfer = new Transfer(0, REFERENCE, Fund.NATIONAL, GB, FR, Money.euro(5), null);
        services.settlement.transfers.add(transfer);

        FlightFile british = file("GBlegal");
        assertThat(british.plan().contracts())
                .extracting(Contract::carrier, Contract::releasedAt, Contract::penalty)
                .containsExactly(tuple("Before", null, null));
        assertThat(british.head().cancellation()).isNull();
        assertThat(british.signing().versions())
                .extracting(StoredVersion::number)
                .containsExactly(1);
        assertThat(british.signing().signatures())
                .extracting(Signature::version, Signature::party)
                .containsExactly(tuple(1, FR), tuple(2, GB));
        assertThat(british.accounts().readsAccounts()).isFalse();

        services.settlement.postings.add(
                REFERENCE,
                List.of(new Posting(
                        1,
                        1,
                        1L,
                        null,
                        Fund.NATIONAL,
                        Posting.Kind.SHARE,
                        GB,
                        Money.euro(-5),
                        "5",
                        "1/1",
                        Sentence.of("common.said", "why"),
                        null)),
                Instant.EPOCH);

        for (String group : List.of("GBlegal", "FRlegal", "manager")) {
            FlightFile papers = file(group);
            assertThat(papers.plan().contracts())
                    .extracting(Contract::carrier, Contract::releasedAt)
                    .containsExactly(tuple("Before", later), tuple("After", null));
            assertThat(papers.head().cancellation()).isNotNull();
            assertThat(papers.signing().versions()).hasSize(2);
            assertThat(papers.signing().signatures()).hasSize(3);
            assertThat(papers.accounts().readsAccounts()).isTrue();
            assertThat(papers.accounts().transfers()).hasSize(1);
        }
    }

    @Test
    void why_somebody_refused_to_sign_is_their_partys() {
        at(Stage.APPROVAL);
        PlanVersion version = version(1, left);
        services.ports.versions.add(new Signature(
                REFERENCE, 1, version.hash(), SigningRole.FINANCE, GB, "gbfinance1", left, true, "Too much", null));

        assertThat(file("GBlegal").signing().signatures())
                .extracting(Signature::reason)
                .containsExactly("Too much");
        Signature told = file("FRlegal").signing().signatures().get(0);
        assertThat(told)
                .isEqualTo(new Signature(
                        REFERENCE, 1, version.hash(), SigningRole.FINANCE, GB, "gbfinance1", left, true, null, null));
    }

    @Test
    void of_others_only_that_they_have_answered_the_split_is_known() {
        at(Stage.COST_SHARING);
        assertThat(file("FRlegal").costs().split()).isNull();
        assertThat(file("FRlegal").costs().answered()).isEmpty();
        Split split = new Split(REFERENCE, 1, 1, Split.Status.OPEN, input(), List.<Share>of(), List.of(), left);
        services.ports.splits.add(split);
        ShareAnswer french = new ShareAnswer(FR, true, null, "frfinance1", left);
        ShareAnswer british = new ShareAnswer(GB, false, "Too much", "gbfinance1", left);
        services.ports.splits.answer(REFERENCE, 1, french);
        services.ports.splits.answer(REFERENCE, 1, british);
        services.ports.budgets.put(line());

        FlightFile.Costs costs = file("FRlegal").costs();

        assertThat(costs.split()).isEqualTo(split);
        assertThat(costs.answers()).containsExactly(french);
        assertThat(costs.answered()).containsExactlyInAnyOrder(FR, GB);
        assertThat(costs.answerOf(FR)).contains(french);
        assertThat(costs.answerOf(GB)).isEmpty();
        assertThat(file("auditor").costs().answers()).containsExactly(french, british);
        assertThat(costs.budget()).containsExactly(line());
    }

    @Test
    void people_are_called_by_their_names_where_anybody_knows_them() {
        at(Stage.APPROVAL);
        services.people.addGroups(Role.MANAGER, "manager", Role.MANAGER.sentence());
        for (String id : List.of("actor", "signer", "claimer", "stranger")) {
            services.people.add(new Person(id, "The", id), "Good-Kettle-1", Set.of("manager"));
        }
        services.ports.trail.add(
                new TrailEntry(REFERENCE, left, "actor", TrailEvent.SUSPENDED, null, null, List.of("why")));
        services.ports.trail.add(
                new TrailEntry(REFERENCE, left, "ghost", TrailEvent.RESUMED, null, null, List.of("why")));
        sign(version(1, left), SigningRole.MANAGER, null, "signer", left);
        services.tasks.opened(
                REFERENCE,
                new WaitingTask("1", "userTask_x", new TreeSet<>(Set.of("manager")), left, null, "claimer", false));
        services.tasks.opened(REFERENCE, OverviewServices.task(left, "executive"));

        FlightFile file = file("manager");

        assertThat(file.names().keySet()).containsExactly("actor", "claimer", "ghost", "signer");
        assertThat(file.nameOf("signer").in(Locale.FRENCH)).isEqualTo("The signer");
        assertThat(file.nameOf("claimer").in(Locale.ENGLISH)).isEqualTo("The claimer");
        assertThat(services.people.named("actor/signer").in(Locale.FRENCH)).isEqualTo("The actor pour The signer");
        assertThat(file.nameOf("actor").in(Locale.ENGLISH)).isEqualTo("The actor");
        assertThat(file.nameOf("ghost").in(Locale.ENGLISH)).isEqualTo("ghost");
    }

    @Test
    void notices_are_for_their_group_and_for_those_who_see_everything() {
        at(Stage.PLANNING);
        services.ports.notices.send(REFERENCE, "FRcoordinator", "a", "notice.givenUp", REFERENCE);
        services.ports.notices.send(REFERENCE, "GBcoordinator", "b", "notice.givenUp", REFERENCE);
        services.ports.notices.tell("FRcoordinator", "c", "people.administration.told", "x", "y", "z");

        assertThat(file("FRcoordinator").notices())
                .extracting(Notice::recipient)
                .containsExactly("FRcoordinator");
        assertThat(file("FRlegal").notices()).isEmpty();
        assertThat(file("auditor").notices()).hasSize(2);
        services.as("FRcoordinator", "FRlegal");
        assertThat(services.notices.ofMine())
                .extracting(notice -> notice.text().code())
                .containsExactly("people.administration.told", "notice.givenUp");
    }

    @Test
    void notices_stand_by_when_they_were_written_whatever_the_order_in_which_they_were_stored() {
        at(Stage.PLANNING);
        Instant now = services.ports.clock.instant();
        for (int hours : new int[] {1, 3, 2}) {
            services.ports.outbox.put(new Notice(
                    REFERENCE,
                    "FRcoordinator",
                    Sentence.of("notice.givenUp", REFERENCE),
                    now.minus(Duration.ofHours(hours)),
                    "notice of " + hours,
                    null));
        }

        assertThat(file("FRcoordinator").notices())
                .extracting(Notice::once)
                .containsExactly("notice of 1", "notice of 2", "notice of 3");
        services.as("FRcoordinator");
        assertThat(services.notices.ofMine())
                .extracting(Notice::once)
                .containsExactly("notice of 1", "notice of 2", "notice of 3");
    }

    @Test
    void a_stop_is_told_to_its_state_the_organiser_and_those_who_see_all() {
        at(Stage.OPERATION);
        services.settlement.operation.runs.open(REFERENCE, left);
        stop(new Question(GB, Gate.NON_REFOULEMENT, GatePoint.D_5, 0));

        for (String group : List.of("GBdoctor", "FRdoctor", "rightsOfficer")) {
            assertThat(file(group).standing().stops()).as(group).hasSize(1);
        }
        assertThat(file("ESdoctor").standing().stops()).isEmpty();
        stop(new Question(FR, Gate.PERMITS, GatePoint.D_2, 0));
        assertThat(file("ESdoctor").standing().stops())
                .extracting(stop -> stop.question().gate())
                .containsExactly(Gate.PERMITS);
    }

    @Test
    void not_to_a_state_that_had_left_before() {
        at(Stage.OPERATION);
        services.ports.participations.put(new Participation(
                REFERENCE, ES, Participation.Status.WITHDRAWN, BRITISH, null, null, "Own", left.minusSeconds(1), 9));
        services.settlement.operation.runs.open(REFERENCE, left);
        stop(new Question(FR, Gate.PERMITS, GatePoint.D_2, 0));

        assertThat(file("ESdoctor").standing().stops()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void stops_are_of_the_operation_and_accounts_of_the_settlement(Stage stage) {
        at(stage);
        services.settlement.operation.runs.open(REFERENCE, left);
        stop(new Question(FR, Gate.PERMITS, GatePoint.D_2, 0));

        FlightFile file = file("manager");

        assertThat(file.standing().stops()).hasSize(stage == Stage.OPERATION || stage == Stage.IN_FLIGHT ? 1 : 0);
        assertThat(file.accounts().begun()).isEqualTo(stage == Stage.SETTLEMENT || stage == Stage.CLOSED);
        services.settlement.transfers.add(new Transfer(0, REFERENCE, Fund.NATIONAL, GB, FR, Money.euro(5), null));
        assertThat(file("manager").accounts().begun()).isTrue();
    }

    @Test
    void where_it_stands_is_told_but_for_the_processes_of_others() {
        at(Stage.PLANNING);
        services.positions.stand(REFERENCE, new Position("jointFlight", "Flight", "x", "X", null));
        services.positions.stand(REFERENCE, new Position("stateParticipation", "State", "y", "Y", GB));
        services.tasks.opened(REFERENCE, OverviewServices.task(left, "GBcoordinator"));

        FlightFile french = file("FRlegal");
        assertThat(french.standing().positions()).extracting(Position::activity).containsExactly("x");
        assertThat(french.head().waits()).extracting(Wait::party, Wait::task).containsExactly(tuple(GB, null));
        assertThat(french.head().failed()).isFalse();
        services.failed.failed("job-" + REFERENCE, REFERENCE);
        FlightFile british = file("GBlegal");
        assertThat(british.standing().positions())
                .extracting(Position::activity)
                .containsExactly("x", "y");
        assertThat(british.head().failed()).isTrue();
    }

    @Test
    void each_page_of_a_flight_shows_the_part_of_its_file() {
        at(Stage.OPERATION);
        services.settlement.operation.runs.open(REFERENCE, left);
        services.ports.writeTrail.record(REFERENCE, TrailEvent.PROPOSED);

        FlightFile file = file("FRlegal");

        assertThat(services.read.overview(REFERENCE).section()).isEqualTo(file.overview());
        assertThat(services.read.plan(REFERENCE).section()).isEqualTo(file.seating());
        assertThat(services.read.costs(REFERENCE).section()).isEqualTo(file.costs());
        assertThat(services.read.signing(REFERENCE).section()).isEqualTo(file.signing());
        assertThat(services.read.operation(REFERENCE).section()).isEqualTo(file.operation());
        assertThat(services.read.accounts(REFERENCE).section()).isEqualTo(file.accounts());
        assertThat(services.read.history(REFERENCE).section()).isEqualTo(file.history());
        assertThat(services.read.history(REFERENCE).head()).isEqualTo(file.head());
        services.as("ITlegal");
        refusal(NotYours.class, "overview.flight.notYours", () -> services.read.history(REFERENCE));
    }

    @Test
    void the_next_deadline_is_the_first_date_of_what_the_reader_may_know() {
        at(Stage.PLANNING);
        assertThat(file("FRlegal").head().nextDeadline()).isEmpty();
        services.tasks.opened(REFERENCE, OverviewServices.task(left, "FRcoordinator"));
        services.tasks.opened(REFERENCE, OverviewServices.task(left, later.plusSeconds(60), "FRfinance"));
        services.tasks.opened(REFERENCE, OverviewServices.task(left, later, "GBcoordinator"));

        assertThat(file("FRlegal").head().nextDeadline()).map(Wait::due).contains(later.plusSeconds(60));
        assertThat(file("manager").head().nextDeadline()).map(Wait::due).contains(later);
    }

    @Test
    void where_nobody_needs_to_act_the_next_gates_are_named_with_those_whom_they_are_put_to() {
        at(Stage.OPERATION);
        assertThat(file("manager").standing().opening()).isNull();
        services.settlement.operation.runs.open(REFERENCE, left);
        services.settlement.operation.rules.keep(REFERENCE, GatesByTable.on(LocalDate.of(2027, 4, 20)));

        FlightFile.Opening all =
                Objects.requireNonNull(file("manager").standing().opening());
        assertThat(all.at()).isAfter(services.ports.clock.instant());
        assertThat(all.at())
                .isEqualTo(all.point().opensAt(file("manager").flight().departure()));
        assertThat(all.groups()).contains("FRlegal", "GBlegal");
        assertThat(all.others()).isFalse();
        FlightFile.Opening british =
                Objects.requireNonNull(file("GBlegal").standing().opening());
        assertThat(british.groups()).contains("GBlegal").doesNotContain("FRlegal");
        assertThat(british.others()).isTrue();

        services.tasks.opened(REFERENCE, OverviewServices.task(left, "FRcoordinator"));
        assertThat(file("manager").standing().opening()).isNull();
        withdraw(GB, left);
        assertThat(file("GBlegal").standing().opening()).isNull();
    }

    @Test
    void a_state_that_has_left_knows_of_no_task_but_its_own() {
        at(Stage.CONTRACTING);
        withdraw(GB, left);
        services.tasks.opened(REFERENCE, OverviewServices.task(left, "FRcoordinator"));
        services.tasks.opened(REFERENCE, OverviewServices.task(left, "GBcoordinator"));

        assertThat(file("GBlegal").head().waits()).extracting(Wait::party).containsExactly(GB);
    }

    @Test
    void what_ends_tasks_may_be_decided_while_there_is_one_to_end() {
        at(Stage.PLANNING);
        services.tasks.opened(REFERENCE, OverviewServices.task(left, "EScoordinator"));
        assertThat(acts()).contains("CHANGE_PLAN").doesNotContain("CLOSE_ANSWERS");

        services.tasks.opened(
                REFERENCE,
                new WaitingTask("1", "userTask_x", new TreeSet<>(Set.of("EScoordinator")), left, null, null, true));

        assertThat(acts()).contains("CHANGE_PLAN", "CLOSE_ANSWERS");
        assertThat(file("FRescortleader").standing().acts()).isEmpty();
    }

    @Test
    void models_are_shown_with_a_flight_that_the_reader_may_see() {
        at(Stage.PLANNING);
        services.deployed.deploy("settlement", "<xml/>");
        services.as("FRlegal");

        assertThat(services.models.wholeLife()).isEqualTo("jointFlight");
        assertThat(services.models.model(REFERENCE, "settlement")).isEqualTo("<xml/>");
        assertThat(refusal(Unknown.class, "overview.model.unknown", () -> services.models.model(REFERENCE, "nothing"))
                        .asSentence()
                        .arguments())
                .containsExactly("nothing");
        services.as("ITlegal");
        refusal(NotYours.class, "overview.flight.notYours", () -> services.models.model(REFERENCE, "settlement"));
    }

    private void at(Stage stage) {
        ParisToLagos.at(stage, services.ports);
    }

    private FlightFile file(String... groups) {
        services.as(groups);
        return services.read.file(REFERENCE);
    }

    private List<String> acts() {
        return file("FRcoordinator").standing().acts().stream()
                .map(FlightAct::name)
                .toList();
    }

    private @Nullable String reasonOf(Party party, String reader) {
        return file(reader).plan().participations().stream()
                .filter(part -> part.party().equals(party))
                .findFirst()
                .orElseThrow()
                .reason();
    }

    private void withdraw(Party party, Instant at) {
        services.ports.participations.put(new Participation(
                REFERENCE, party, Participation.Status.WITHDRAWN, BRITISH, "STN", null, "No people left.", at, 9));
    }

    private void happen(TrailEvent event, Instant at) {
        services.ports.trail.add(new TrailEntry(REFERENCE, at, "manager1", event, null, null, List.of("a", "b")));
    }

    private void stop(Question question) {
        services.settlement.operation.rules.keep(REFERENCE, GatesByTable.on(LocalDate.of(2027, 4, 20)));
        services.settlement.operation.answers.add(
                new GateAnswer(REFERENCE, question, Verdict.STOP, "why", "somebody", left));
    }

    private static CarrierQuote quote(int position, String carrier, @Nullable Instant entered) {
        CarrierQuote quote = ParisToLagos.quote(position, carrier).chosen("cheapest");
        return entered == null ? quote : quote.entered(entered);
    }

    private static Permit permit() {
        return new Permit(REFERENCE, Permit.Kind.LANDING, "L-1", LocalDate.of(2027, 5, 20));
    }

    private static Contract contract(String carrier, Instant signed, @Nullable Instant released) {
        return new Contract(
                REFERENCE, FR, carrier, Money.euro(5), signed, released, released == null ? null : Money.euro(1));
    }

    private PlanVersion version(int number, Instant frozen) {
        PlanVersion version = new PlanContent(
                        REFERENCE,
                        FR,
                        "Nigeria",
                        ParisToLagos.DEPARTURE,
                        null,
                        ParisToLagos.ROUTE,
                        null,
                        Map.of(FR, new PlanContent.Part(BRITISH, "CDG", null)),
                        WithdrawalRule.COMMITTED,
                        List.of(),
                        List.of(),
                        List.of())
                .freeze(number, frozen);
        services.ports.versions.add(version);
        return version;
    }

    private void sign(PlanVersion version, SigningRole role, @Nullable Party party, String person, Instant at) {
        services.ports.versions.add(
                new Signature(REFERENCE, version.number(), version.hash(), role, party, person, at, false, null, null));
    }

    private static CostInput input() {
        return CostInput.of(List.of(Participant.committed(FR, Seats.NONE)), null, List.of());
    }

    private static BudgetLine line() {
        CostItem item = CostItem.direct(1, "Charter of an aircraft", CostCategory.CHARTER, Money.euro(5), FR, FR);
        return new BudgetLine(REFERENCE, Price.withoutVat(Money.euro(5)), Set.of(FR), item, false, null);
    }
}
