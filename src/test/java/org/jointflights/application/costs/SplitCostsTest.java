package org.jointflights.application.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.application.ParisToLagos.BRITISH;
import static org.jointflights.application.ParisToLagos.DEPARTURE;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.FRENCH;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;
import static org.jointflights.application.costs.CostServices.british;
import static org.jointflights.application.costs.CostServices.charter;
import static org.jointflights.application.costs.CostServices.euro;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Price;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.RateMissing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SplitCostsTest {

    private final InMemoryPorts ports = new InMemoryPorts();
    private final CostServices costs = new CostServices(ports);

    @BeforeEach
    void a_flight_whose_charter_is_shared_by_returnees() throws RateMissing {
        ParisToLagos.at(Stage.COST_SHARING, ports);
        costs.budget.add(REFERENCE, charter(Key.PER_RETURNEE));
        costs.convert.convert(REFERENCE);
    }

    @Test
    void every_party_is_given_its_share_to_the_cent_with_a_reason_in_both_languages() throws CannotDivide {
        Split split = costs.split.forAnswers(REFERENCE, 2);

        assertThat(ports.splits.current(REFERENCE)).contains(split);
        assertThat(split.number()).isEqualTo(1);
        assertThat(split.round()).isEqualTo(2);
        assertThat(split.status()).isEqualTo(Split.Status.OPEN);
        assertThat(split.at()).isEqualTo(ports.clock.instant());
        assertThat(split.totals()).isEqualTo(Map.of(FR, Money.euro(10_188_889), GB, Money.euro(16_011_111)));
        assertThat(split.total()).isEqualTo(Money.euro(26_200_000));
        Share french = split.shares().get(0);
        assertThat(french.item()).isEqualTo(1);
        assertThat(french.exact()).isEqualTo(BigFraction.of(26_200_000L * 14, 36));
        assertThat(french.reason(Locale.ENGLISH)).contains("14/36", "pays");
        assertThat(french.reason(Locale.FRENCH)).contains("14/36", "paie");
        assertThat(split.guarantees()).isNotEmpty();
        assertThat(split.input().participants()).hasSize(2);
    }

    @Test
    void each_party_reads_in_one_sentence_what_of_its_share_is_its_own_and_what_is_shared_by_which_key()
            throws CannotDivide {
        Money escorts = Money.euro(300_000);
        Split split = costs.split.forAnswers(REFERENCE, 1);
        CostItem own = CostItem.direct(7, "Own escorts", CostCategory.OTHER, escorts, FR, FR);
        List<CostItem> items = new ArrayList<>(split.input().items());
        items.add(own);
        List<Share> shares = new ArrayList<>(split.shares());
        shares.add(new Share(7, FR, escorts, BigFraction.of(300_000), Sentence.of("common.said", "own")));
        Split both = new Split(
                split.reference(), 1, 1, split.status(), split.input().with(items), shares, List.of(), split.at());

        assertThat(both.why(FR).in(Locale.ENGLISH))
                .isEqualTo("FR bears 104,888.89 EUR: 3,000.00 EUR for costs of its own, which nobody shares, and"
                        + " 101,888.89 EUR as its share of 262,000.00 EUR that several parties share, divided by"
                        + " returnees. This is before grants: what a fund grants is taken off it.");
        assertThat(both.why(GB).in(Locale.ENGLISH))
                .startsWith("GB bears 160,111.11 EUR as its share of 262,000.00 EUR that several parties share,"
                        + " divided by returnees; it has no costs of its own.");
        assertThat(both.why(new Party("SE")).in(Locale.ENGLISH)).isEqualTo("SE bears nothing of this flight.");
    }

    @Test
    void the_finance_of_all_that_are_asked_learns_what_its_party_bears() throws CannotDivide {
        costs.split.forAnswers(REFERENCE, 1);

        assertThat(ports.outbox.all())
                .extracting(notice -> notice.once())
                .containsExactly(REFERENCE + "/split/1/FRfinance", REFERENCE + "/split/1/GBfinance");
        assertThat(ports.outbox.all().get(1).text())
                .isEqualTo(Sentence.of("notice.sharesReady", REFERENCE, Money.euro(16_011_111)));
        assertThat(ports.trail.last().what()).isEqualTo(Sentence.of("trail.split", 1, Money.euro(26_200_000), 1));
    }

    @Test
    void a_split_that_is_still_being_answered_is_dropped_by_the_next() throws CannotDivide {
        costs.split.forAnswers(REFERENCE, 1);
        costs.split.forAnswers(REFERENCE, 2);

        assertThat(ports.splits.of(REFERENCE))
                .extracting(Split::number, Split::status)
                .containsExactly(tuple(1, Split.Status.DROPPED), tuple(2, Split.Status.OPEN));
    }

    @Test
    void a_split_that_stood_once_stays_on_record_as_agreed() throws CannotDivide {
        costs.split.forAnswers(REFERENCE, 1);
        ports.splits.mark(REFERENCE, 1, Split.Status.AGREED);
        costs.split.byFixedKey(REFERENCE, 4);

        assertThat(ports.splits.of(REFERENCE))
                .extracting(Split::status)
                .containsExactly(Split.Status.AGREED, Split.Status.FIXED);
    }

    @Test
    void by_a_fixed_key_nobody_is_asked() throws CannotDivide {
        Split split = costs.split.byFixedKey(REFERENCE, 4);

        assertThat(split.stands()).isTrue();
        assertThat(split.round()).isEqualTo(4);
        assertThat(ports.outbox.all()).isEmpty();
    }

    @Test
    void every_share_leads_to_its_item_and_a_strangers_to_none() throws CannotDivide {
        Split split = costs.split.forAnswers(REFERENCE, 1);
        Share stranger = new Share(9, FR, Money.euro(1), BigFraction.ONE, Sentence.of("costs.key.EQUAL"));

        assertThat(split.itemOf(split.shares().get(0)).label()).isEqualTo("1 Charter");
        assertThatThrownBy(() -> split.itemOf(stranger))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("split 1 of JRO-2027-0001 has no item 9");
    }

    @Test
    void what_is_left_out_is_not_split() throws CannotDivide {
        leaveOut(1);
        costs.budget.add(REFERENCE, british("Escorts", euro(500)));

        assertThat(costs.split.forAnswers(REFERENCE, 1).total()).isEqualTo(Money.euro(500));
    }

    @Test
    void an_empty_budget_is_not_split() {
        leaveOut(1);
        int before = ports.traces().size();

        assertThatThrownBy(() -> costs.split.forAnswers(REFERENCE, 1))
                .isInstanceOfSatisfying(
                        CannotDivide.class,
                        cannot -> assertThat(cannot.why())
                                .isEqualTo(BadInput.of("item", "", "costs.budget.empty")
                                        .asSentence()));
        assertThat(ports.splits.of(REFERENCE)).isEmpty();
        assertThat(ports.traces()).hasSize(before);
    }

    @Test
    void what_nobody_has_a_weight_for_is_not_split_and_the_open_one_stays_open() throws CannotDivide {
        costs.split.forAnswers(REFERENCE, 1);
        declare(FR, Seats.NONE);
        declare(GB, Seats.NONE);

        assertThatThrownBy(() -> costs.split.forAnswers(REFERENCE, 2)).isInstanceOf(CannotDivide.class);
        assertThat(ports.splits.of(REFERENCE)).extracting(Split::status).containsExactly(Split.Status.OPEN);
    }

    @Test
    void what_was_agreed_holds_while_parties_seats_and_costs_are_the_same() throws CannotDivide {
        assertThat(costs.split.isOfThePlan(REFERENCE)).isFalse();
        costs.split.forAnswers(REFERENCE, 1);
        assertThat(costs.split.isOfThePlan(REFERENCE)).isFalse();
        ports.splits.mark(REFERENCE, 1, Split.Status.AGREED);
        assertThat(costs.split.isOfThePlan(REFERENCE)).isTrue();

        declare(GB, FRENCH);
        assertThat(costs.split.isOfThePlan(REFERENCE)).isFalse();
        declare(GB, BRITISH);
        assertThat(costs.split.isOfThePlan(REFERENCE)).isTrue();
        costs.budget.add(REFERENCE, british("Escorts", euro(500)));
        assertThat(costs.split.isOfThePlan(REFERENCE)).isFalse();
        leaveOut(2);
        assertThat(costs.split.isOfThePlan(REFERENCE)).isTrue();
    }

    @Test
    void what_cannot_be_divided_any_more_is_no_longer_of_the_plan() throws CannotDivide {
        costs.split.byFixedKey(REFERENCE, 1);
        ports.participations.put(new Participation(
                REFERENCE, GB, Participation.Status.DECLARED, BRITISH, "MAD", null, null, ports.clock.instant(), null));

        assertThat(costs.split.isOfThePlan(REFERENCE)).isFalse();
    }

    @Test
    void a_rate_of_another_month_than_the_flights_is_no_longer_of_the_plan() throws CannotDivide, RateMissing {
        Currency pound = Currency.getInstance("GBP");
        costs.budget.add(REFERENCE, british("Escorts", Price.withoutVat(new Money(7_800, pound))));
        costs.rate.enter(REFERENCE, pound, YearMonth.of(2016, 5), new BigDecimal("0.78"), "ECB");
        costs.convert.convert(REFERENCE);
        costs.split.byFixedKey(REFERENCE, 1);
        assertThat(costs.split.isOfThePlan(REFERENCE)).isTrue();

        ports.flights.put(ports.flights.get(REFERENCE).postponedTo(DEPARTURE.plusDays(1), ports.clock.instant()));
        assertThat(costs.split.isOfThePlan(REFERENCE)).isFalse();
    }

    private void declare(Party party, Seats seats) {
        Participation part = ports.participations.get(REFERENCE, party);
        ports.participations.put(part.declared(seats, part.embarkation(), part.handOver(), ports.clock.instant()));
    }

    private void leaveOut(int position) {
        BudgetLine line = ports.budgets.get(REFERENCE, position);
        ports.budgets.put(line.with(line.item(), true));
    }
}
