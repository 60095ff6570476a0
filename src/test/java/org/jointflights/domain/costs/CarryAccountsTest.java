package org.jointflights.domain.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.jointflights.domain.costs.Flights.atMost;
import static org.jointflights.domain.costs.Flights.byCode;
import static org.jointflights.domain.costs.Flights.drift;
import static org.jointflights.domain.costs.Flights.item;
import static org.jointflights.domain.costs.Flights.parties;
import static org.jointflights.domain.costs.Flights.party;
import static org.jointflights.domain.costs.Flights.returning;
import static org.jointflights.domain.costs.Flights.within;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

class CarryAccountsTest {

    private static CostInput flight(long cents, int be, int fr, int gb) {
        return CostInput.of(
                returning("BE", be, "FR", fr, "GB", gb),
                null,
                List.of(item("charter", cents, Key.PER_RETURNEE, "GB", "BE", "FR", "GB")));
    }

    @Test
    void the_odd_cent_goes_round() {
        CarryAccounts accounts = CarryAccounts.EMPTY;
        String[] lucky = {"BE", "FR", "GB", "BE"};
        for (String payer : lucky) {
            CostSharing.Posted posted = CostSharing.post(flight(100, 1, 1, 1), accounts);
            assertThat(byCode(posted.shares().totals())).containsEntry(payer, 34L);
            accounts = posted.accounts();
        }
        assertThat(drift(accounts, Money.EUR))
                .isEqualTo(Map.of(
                        party("BE"), BigFraction.of(-2, 3),
                        party("FR"), BigFraction.of(1, 3),
                        party("GB"), BigFraction.of(1, 3)));
    }

    @Test
    void a_posting_shows_what_was_carried_in_and_on() {
        CostSharing.Posted first = CostSharing.post(flight(100, 1, 1, 1), CarryAccounts.EMPTY);
        ItemShare belgium = CostSharing.post(flight(100, 1, 1, 1), first.accounts())
                .shares()
                .postings()
                .get(0);
        assertThat(belgium.carryBefore()).isEqualTo(BigFraction.of(-2, 3));
        assertThat(belgium.posted()).isEqualTo(Money.euro(33));
        assertThat(belgium.exact()).isEqualTo(BigFraction.of(100, 3));
        assertThat(belgium.carryAfter()).isEqualTo(BigFraction.of(-1, 3));
        assertThat(belgium.sentence(Locale.ENGLISH))
                .endsWith("Carried in -2 / 3 of the smallest unit, carried on -1 / 3.");
    }

    @Test
    void over_many_flights_of_the_same_parties_nobody_is_off_by_a_cent() {
        Random random = new Random(6);
        CarryAccounts accounts = CarryAccounts.EMPTY;
        Map<String, BigFraction> owed = new HashMap<>();
        Map<String, Long> paid = new HashMap<>();
        for (int round = 0; round < 400; round++) {
            CostInput input = flight(
                    random.nextInt(200_000) - 100_000L,
                    1 + random.nextInt(8),
                    1 + random.nextInt(8),
                    1 + random.nextInt(8));
            CostSharing.Posted posted = CostSharing.post(input, accounts);
            accounts = CarryAccounts.of(posted.accounts().carries());
            for (ItemShare posting : posted.shares().postings()) {
                owed.merge(posting.party().code(), posting.exact(), BigFraction::add);
                paid.merge(posting.party().code(), posting.posted().minor(), Long::sum);
            }
            assertThat(posted.shares().postings().stream()
                            .mapToLong(posting -> posting.posted().minor())
                            .sum())
                    .isEqualTo(input.items().get(0).amount().minor());
            owed.forEach((party, exact) ->
                    assertThat(exact.subtract(paid.get(party)).abs()).isLessThan(BigFraction.ONE));
        }
    }

    @Test
    void each_set_of_parties_and_each_currency_has_an_account_of_its_own() {
        CarryAccounts accounts =
                CostSharing.post(flight(100, 1, 1, 1), CarryAccounts.EMPTY).accounts();
        // Belgium weighs nothing here: this is the account of France and the United Kingdom.
        CarryAccounts two = CostSharing.post(flight(101, 0, 1, 1), accounts).accounts();
        assertThat(two.carries())
                .filteredOn(carry -> carry.set().size() == 2)
                .extracting(Carry::party)
                .containsExactly(party("FR"), party("GB"));
        assertThat(two.carries()).hasSize(5);
        assertThat(drift(two, Money.EUR)).containsEntry(party("BE"), BigFraction.of(-2, 3));
        assertThat(drift(two, Money.EUR))
                .containsEntry(party("FR"), BigFraction.of(1, 3).subtract(BigFraction.of(1, 2)));
        assertThat(drift(two, Currency.getInstance("GBP"))).isEmpty();
        CostItem pounds = CostItem.common(
                1,
                "charter",
                CostCategory.CHARTER,
                new Money(100, Currency.getInstance("GBP")),
                party("FR"),
                parties("BE", "FR", "GB"),
                Key.EQUAL);
        CostSharing.Posted inPounds =
                CostSharing.post(CostInput.of(returning("BE", 1, "FR", 1, "GB", 1), null, List.of(pounds)), accounts);
        assertThat(byCode(inPounds.shares().totals())).containsEntry("BE", 34L);
    }

    @Test
    void a_party_that_weighs_nothing_never_gets_an_odd_cent() {
        CarryAccounts accounts =
                CostSharing.post(flight(100, 1, 1, 1), CarryAccounts.EMPTY).accounts();
        CostSharing.Posted posted = CostSharing.post(flight(101, 1, 1, 0), accounts);
        assertThat(byCode(posted.shares().totals())).containsEntry("GB", 0L);
        assertThat(posted.shares().postings().get(2).carryAfter()).isEqualTo(BigFraction.ZERO);
        assertThat(posted.shares().postings())
                .allSatisfy(posting -> assertThat(posting.carrySet()).containsExactly(party("BE"), party("FR")));
    }

    @Test
    void items_of_one_flight_are_carried_one_after_the_other() {
        CostInput input = CostInput.of(
                returning("BE", 1, "FR", 1, "GB", 1),
                null,
                List.of(
                        item("a", 100, Key.EQUAL, "GB", "BE", "FR", "GB"),
                        item("b", 100, Key.PER_RETURNEE, "GB", "BE", "FR", "GB"),
                        item("c", 100, Key.EQUAL, "GB", "BE", "FR", "GB")));
        CostSharing.Posted posted = CostSharing.post(input, CarryAccounts.EMPTY);
        assertThat(posted.shares().totals().values()).containsOnly(Money.euro(100));
        assertThat(drift(posted.accounts(), Money.EUR).values()).containsOnly(BigFraction.ZERO);
        assertThat(CostSharing.share(input).totals()).containsEntry(party("BE"), Money.euro(102));
    }

    @Test
    void floors_and_caps_are_posted_without_a_carry() {
        CarryAccounts accounts =
                CostSharing.post(flight(100, 1, 1, 1), CarryAccounts.EMPTY).accounts();
        CostItem capped = within(
                item("charter", 100, Key.EQUAL, "GB", "BE", "FR", "GB"), Map.of(party("GB"), atMost(Money.euro(33))));
        CostSharing.Posted posted =
                CostSharing.post(CostInput.of(returning("BE", 1, "FR", 1, "GB", 1), null, List.of(capped)), accounts);
        assertThat(byCode(posted.shares().totals())).containsEntry("GB", 33L);
        assertThat(posted.shares().postings())
                .allSatisfy(posting -> assertThat(posting.carrySet()).isEmpty());
        assertThat(posted.accounts().carries()).isEqualTo(accounts.carries());
    }

    @Test
    void the_sign_of_an_amount_turns_everything_round() {
        CarryAccounts accounts =
                CostSharing.post(flight(100, 1, 1, 1), CarryAccounts.EMPTY).accounts();
        CarryAccounts opposite =
                CostSharing.post(flight(-100, 1, 1, 1), CarryAccounts.EMPTY).accounts();
        drift(accounts, Money.EUR)
                .forEach(
                        (party, drift) -> assertThat(drift(opposite, Money.EUR)).containsEntry(party, drift.negate()));
        assertThat(byCode(CostSharing.post(flight(-200, 1, 1, 1), opposite)
                        .shares()
                        .totals()))
                .isEqualTo(Map.of("BE", -66L, "FR", -67L, "GB", -67L));
    }

    @Test
    void stored_accounts_that_do_not_add_up_are_noticed() {
        List<Carry> carries = CostSharing.post(flight(100, 1, 1, 1), CarryAccounts.EMPTY)
                .accounts()
                .carries();
        assertThatIllegalArgumentException().isThrownBy(() -> CarryAccounts.of(carries.subList(0, 2)));
        Carry first = carries.get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CarryAccounts.of(List.of(
                        new Carry(first.currency(), first.set(), first.party(), BigFraction.ZERO),
                        carries.get(1),
                        carries.get(2))));
    }
}
