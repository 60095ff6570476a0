package org.jointflights.domain.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jointflights.domain.costs.Flights.base;
import static org.jointflights.domain.costs.Flights.item;
import static org.jointflights.domain.costs.Flights.party;
import static org.jointflights.domain.costs.Flights.seats;
import static org.jointflights.domain.costs.Flights.share;
import static org.jointflights.domain.costs.Flights.under;

import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.Taper.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithdrawalTest {

    /** Twenty seats: Belgium 4, France 6, the United Kingdom 10, of which it used 6. */
    private static final List<Participant> PARTICIPANTS = List.of(
            Participant.committed(party("BE"), seats(2, 2)),
            Participant.committed(party("FR"), seats(2, 4)),
            new Participant(party("GB"), seats(4, 6), seats(2, 4)));

    private static List<Long> shares(Withdrawals withdrawals) {
        CostItem charter = item("charter", 2_000, Key.PER_SEAT, "GB", "BE", "FR", "GB");
        return share(under(CostInput.of(PARTICIPANTS, null, List.of(charter)), withdrawals), "charter");
    }

    private static Release fromGb(String reusedBy, int seats, int daysBefore) {
        return new Release(
                party("GB"), reusedBy.isEmpty() ? null : party(reusedBy), seats(seats / 2, seats / 2), daysBefore);
    }

    @Test
    void committed_seats_are_paid_whoever_stays_away() {
        assertThat(shares(Withdrawals.COMMITTED)).containsExactly(400L, 600L, 1_000L);
        assertThat(shares(Withdrawals.of(WithdrawalRule.COMMITTED, List.of(fromGb("FR", 4, 20)))))
                .containsExactly(400L, 600L, 1_000L);
    }

    @Test
    void used_seats_make_the_others_pay_for_those_who_stay_away() {
        assertThat(shares(Withdrawals.USED)).containsExactly(500L, 750L, 750L);
        assertThat(shares(Withdrawals.of(WithdrawalRule.USED, List.of(fromGb("FR", 4, 20)))))
                .containsExactly(500L, 750L, 750L);
    }

    @Test
    void a_released_seat_is_paid_by_who_took_it_over() {
        assertThat(shares(Withdrawals.of(WithdrawalRule.COMMITTED_WITH_RELEASE, List.of(fromGb("FR", 4, 1)))))
                .containsExactly(400L, 1_000L, 600L);
        assertThat(shares(Withdrawals.of(WithdrawalRule.COMMITTED_WITH_RELEASE, List.of(fromGb("", 4, 30)))))
                .containsExactly(400L, 600L, 1_000L);
    }

    @Test
    void who_counts_as_one_state_pays_as_one_whatever_seats_it_gives_up() {
        CostItem equal = item("charter", 300, Key.EQUAL, "GB", "BE", "FR", "GB");
        for (WithdrawalRule rule : WithdrawalRule.values()) {
            Withdrawals withdrawals = Withdrawals.of(rule, List.of(fromGb("FR", 4, 20)));
            List<ItemShare> postings = CostSharing.share(CostInput.of(PARTICIPANTS, null, List.of(equal), withdrawals))
                    .postings();

            assertThat(postings).extracting(posting -> posting.posted().minor()).containsExactly(100L, 100L, 100L);
            assertThat(postings.get(0).totalWeight())
                    .as("%s: three states", rule)
                    .isEqualTo(3);
        }
    }

    /** Of ten British seats four are given up: all, half or none of them stop counting. */
    @ParameterizedTest
    @CsvSource({
        "16, 500, 750, 750",
        "15, 500, 750, 750",
        "14, 444, 667, 889",
        "3, 444, 667, 889",
        "2, 400, 600, 1000",
        "0, 400, 600, 1000",
    })
    void the_earlier_seats_are_given_up_the_less_they_count(int daysBefore, long be, long fr, long gb) {
        assertThat(shares(Withdrawals.of(WithdrawalRule.TAPERED, List.of(fromGb("", 4, daysBefore)))))
                .containsExactly(be, fr, gb);
    }

    @Test
    void a_tapered_seat_that_is_taken_over_leaves_the_third_party_s_bill_alone() {
        assertThat(shares(Withdrawals.of(WithdrawalRule.TAPERED, List.of(fromGb("FR", 4, 5)))))
                .containsExactly(400L, 800L, 800L);
    }

    @Test
    void leg_parts_are_counted_in_hundredths_under_a_taper() {
        Withdrawals withdrawals =
                new Withdrawals(WithdrawalRule.TAPERED, new Taper(List.of(new Step(3, 25))), List.of(fromGb("", 4, 5)));
        SharedRoute route = new SharedRoute(
                List.of(base("STN"), base("TIA")),
                List.of(new SharedRoute.Leg(2_000, Flights.parties("BE", "GB"))),
                List.of());
        CostInput input = under(
                CostInput.of(PARTICIPANTS, route, List.of(item("charter", 2_000, Key.DEFAULT, "GB", "BE", "FR", "GB"))),
                withdrawals);
        assertThat(CostSharing.share(input).postings().get(2).legs())
                .containsExactly(new ItemShare.LegPart("STN–TIA", 2_000, 2_000, 900, 1_300));
        assertThat(CostSharing.share(input).postings().get(1).legs()).isEmpty();
        assertThat(share(input, "charter")).containsExactly(615L, 0L, 1_385L);
    }

    /** Neither Belgium nor France counts under any of these: an item of theirs is split 4 : 6 as committed, leg by leg. */
    @Test
    void where_the_rule_leaves_nobody_who_shares_an_item_anything_their_committed_seats_count_by_the_same_key() {
        SharedRoute route = new SharedRoute(
                List.of(base("BRU"), base("CDG"), base("TIA")),
                List.of(
                        new SharedRoute.Leg(300, Flights.parties("BE", "GB")),
                        new SharedRoute.Leg(700, Flights.parties("BE", "FR", "GB"))),
                List.of());
        List<Participant> nobodyFlew = List.of(
                new Participant(party("BE"), seats(2, 2), Seats.NONE),
                new Participant(party("FR"), seats(2, 4), Seats.NONE),
                Participant.committed(party("GB"), seats(4, 6)));
        CostItem theirs = item("handling", 1_000, Key.LEG_SHARE_BY_SEATS, "GB", "BE", "FR");
        CostItem all = item("charter", 1_000, Key.PER_SEAT, "GB", "BE", "FR", "GB");
        List<Release> withdrawn = List.of(
                new Release(party("BE"), null, seats(2, 2), 20), new Release(party("FR"), null, seats(2, 4), 20));
        List<Release> reused = List.of(
                new Release(party("BE"), party("GB"), seats(2, 2), 0),
                new Release(party("FR"), party("GB"), seats(2, 4), 0));
        for (Withdrawals withdrawals : List.of(
                Withdrawals.USED,
                Withdrawals.of(WithdrawalRule.TAPERED, withdrawn),
                Withdrawals.of(WithdrawalRule.COMMITTED_WITH_RELEASE, reused))) {
            CostInput input = CostInput.of(nobodyFlew, route, List.of(theirs, all), withdrawals);

            assertThat(share(input, "handling"))
                    .as("%s: 300 + 700 × 4/10 and 700 × 6/10", withdrawals.rule())
                    .containsExactly(580L, 420L);
            assertThat(share(input, "charter")).containsExactly(0L, 0L, 1_000L);
            List<ItemShare> postings = CostSharing.share(input).postings();
            assertThat(postings.get(0).legs())
                    .containsExactly(
                            new ItemShare.LegPart("BRU–CDG", 300, 1_000, 4, 4),
                            new ItemShare.LegPart("CDG–TIA", 700, 1_000, 4, 10));
            assertThat(postings.get(0).sentence(Locale.ENGLISH))
                    .endsWith(
                            "By the rule for empty seats nobody who shares it would count, so the seats of the commitment"
                                    + " date do.");
            assertThat(postings.get(4).sentence(Locale.ENGLISH)).doesNotContain("By the rule");
        }
    }

    @Test
    void what_was_not_committed_cannot_be_released() {
        assertRefused("costs.release.tooMany", new Release(party("BE"), null, seats(3, 0), 5));
        assertRefused("costs.release.tooMany", new Release(party("BE"), null, seats(0, 3), 5));
        assertRefused("costs.release.tooMany", new Release(party("BE"), null, new Seats(0, 0, 1, 0, 0, 0), 5));
        assertRefused("costs.release.tooMany", new Release(party("BE"), null, new Seats(0, 0, 0, 1, 0, 0), 5));
        assertRefused("costs.release.tooMany", new Release(party("BE"), null, new Seats(0, 0, 0, 0, 1, 0), 5));
        assertRefused("costs.release.tooMany", new Release(party("BE"), null, new Seats(0, 0, 0, 0, 0, 1), 5));
        assertRefused("costs.release.self", new Release(party("BE"), party("BE"), seats(1, 0), 5));
        assertRefused("costs.days", new Release(party("BE"), null, seats(1, 0), -1));
        assertRefused("costs.party.unknown", new Release(party("SE"), null, seats(1, 0), 5));
        assertRefused("costs.party.unknown", new Release(party("BE"), party("SE"), seats(1, 0), 5));
        Release one = new Release(party("BE"), null, seats(1, 1), 5);
        assertThat(shares(Withdrawals.of(WithdrawalRule.COMMITTED, List.of(one, one))))
                .hasSize(3);
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> shares(Withdrawals.of(WithdrawalRule.COMMITTED, List.of(one, one, one))))
                .withMessage(
                        "Released seats: BE gives up 6 seats, more of a kind than it had committed (4 in all). Correct the"
                                + " number.");
    }

    @Test
    void a_taper_frees_less_the_later_it_is() {
        assertBad("costs.taper.order", () -> new Taper(List.of(new Step(14, 50), new Step(3, 60))));
        assertBad("costs.taper.order", () -> new Taper(List.of(new Step(14, 50), new Step(14, 50))));
        assertBad("costs.percent", () -> new Step(3, 101));
        assertBad("costs.percent", () -> new Step(3, -1));
        assertBad("costs.days", () -> new Step(-1, 50));
        assertThat(new Taper(List.of(new Step(3, 0), new Step(14, 100), new Step(7, 100))).steps())
                .extracting(Step::daysBefore)
                .containsExactly(14, 7, 3);
        assertThat(new Step(0, 0).percentFreed()).isZero();
    }

    private static void assertRefused(String code, Release release) {
        assertBad(code, () -> shares(Withdrawals.of(WithdrawalRule.TAPERED, List.of(release))));
    }

    private static void assertBad(String code, ThrowingCallable act) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(act)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
