package org.jointflights.domain.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jointflights.application.flight.FindAirports;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostShares;
import org.jointflights.domain.costs.CostSharing;
import org.jointflights.domain.costs.Guarantee;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

/** Who could fly together, and what it costs each. */
class MatchingTest {

    private static final FindAirports AIRPORTS = new FindAirports();
    private static final YearMonth MARCH = YearMonth.of(2027, 3);
    private static final Instant AT = Instant.parse("2026-12-01T09:00:00Z");
    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");
    private static final Party SE = new Party("SE");

    private static final Need FRANCE = need("FR", MARCH, "LOS", "CDG", 24);
    private static final Need BRITAIN = need("GB", MARCH, "LOS", "STN", 30);
    private static final Need SWEDEN = need("SE", MARCH, "LOS", "ARN", 10);

    private static Need need(String party, YearMonth month, String destination, String embarkation, int persons) {
        return new Need(new Party(party), month, destination, embarkation, persons, "anna", AT);
    }

    private static Matching matching(CharterTerms terms) {
        return new Matching(terms, code -> AIRPORTS.get("destination", code), "Aircraft");
    }

    private static Matching.Found found(Need... needs) {
        return matching(CharterTerms.USUAL).find(List.of(needs));
    }

    /** The kilometres and the shares were worked out by another program, from the coordinates of the airports. */
    @Test
    void three_states_to_one_airport_share_by_leg_and_seats_and_it_is_organised_where_it_costs_least() {
        Matching.Found found = found(SWEDEN, BRITAIN, FRANCE);

        assertThat(found.whole()).isTrue();
        assertThat(found.alone()).isEmpty();
        assertThat(found.matches()).hasSize(1);
        NeedMatch match = found.matches().get(0);
        assertThat(match.organiser()).isEqualTo(FR);
        assertThat(match.route()).hasToString("CDG – STN – ARN – LOS – CDG");
        assertThat(match.route().km()).isEqualTo(12_507);
        assertThat(match.persons()).isEqualTo(64);
        assertThat(match.seats()).isEqualTo(192);
        assertThat(match.total()).isEqualTo(Money.euro(301_543_77));
        assertThat(match.members())
                .extracting(NeedMatch.Member::party, NeedMatch.Member::share, NeedMatch.Member::alone)
                .containsExactly(
                        tuple(FR, Money.euro(120_871_13), Money.euro(227_501_96)),
                        tuple(GB, Money.euro(140_179_14), Money.euro(243_366_34)),
                        tuple(SE, Money.euro(40_493_50), Money.euro(290_814_82)));
        assertThat(match.saving()).isEqualTo(Money.euro(460_139_35));
        // 460,139.35 of 761,683.12, and 106,630.83 of 227,501.96.
        assertThat(match.percent()).isEqualTo(new BigDecimal("60.4"));
        assertThat(match.members().get(0).percent()).isEqualTo(new BigDecimal("46.9"));
        assertThat(match.code()).isEqualTo("2027-03_FR-LOS_GB-LOS_SE-LOS");
    }

    @Test
    void where_another_one_organises_the_aircraft_starts_there() {
        NeedMatch match = matching(CharterTerms.USUAL)
                .of(List.of(FRANCE, BRITAIN, SWEDEN), GB)
                .orElseThrow();

        assertThat(match.route()).hasToString("STN – ARN – CDG – LOS – STN");
        assertThat(match.route().km()).isEqualTo(12_700);
        assertThat(match.total()).isEqualTo(Money.euro(306_197_00));
        assertThat(match.members())
                .extracting(member -> member.party() + " " + member.share().minor())
                .containsExactly("GB 17184628", "FR 8828781", "SE 4606291");
    }

    @Test
    void the_input_behind_a_match_gives_its_shares_and_says_that_nobody_would_do_better_alone() {
        NeedMatch match = found(FRANCE, BRITAIN, SWEDEN).matches().get(0);

        CostShares shares = CostSharing.share(matching(CharterTerms.USUAL).input(match));

        match.members().forEach(member -> {
            assertThat(shares.totals()).containsEntry(member.party(), member.share());
            assertThat(shares.alone()).containsEntry(member.party(), member.alone());
        });
        assertThat(shares.guarantees())
                .filteredOn(guarantee -> guarantee.promise() == Guarantee.Promise.STAND_ALONE)
                .extracting(Guarantee::verdict)
                .containsExactly(Guarantee.Verdict.KEPT);
    }

    @Test
    void destinations_near_one_another_are_served_by_one_flight_in_the_order_that_is_shortest() {
        NeedMatch match = found(need("FR", MARCH, "PRN", "CDG", 10), need("GB", MARCH, "TIA", "STN", 9))
                .matches()
                .get(0);

        assertThat(match.route()).hasToString("CDG – STN – PRN – TIA – CDG");
    }

    @Test
    void what_stays_alone_says_why() {
        assertThat(found(FRANCE, need("GB", MARCH.plusMonths(1), "LOS", "STN", 30))
                        .alone())
                .as("another month")
                .extracting(LeftAlone::why)
                .containsExactly(LeftAlone.Why.NOBODY_ELSE, LeftAlone.Why.NOBODY_ELSE);
        assertThat(found(FRANCE, need("GB", MARCH, "KBL", "STN", 30)).alone())
                .as("far apart")
                .extracting(LeftAlone::why)
                .containsExactly(LeftAlone.Why.NOBODY_ELSE, LeftAlone.Why.NOBODY_ELSE);
        assertThat(found(FRANCE, need("GB", MARCH, "LOS", "STN", 84)).alone())
                .as("252 seats of its own")
                .extracting(LeftAlone::why)
                .containsExactly(LeftAlone.Why.NO_ROOM, LeftAlone.Why.TOO_MANY);
        assertThat(found(FRANCE, need("GB", MARCH, "LOS", "STN", 60)).alone())
                .as("252 seats together")
                .extracting(LeftAlone::why)
                .containsExactly(LeftAlone.Why.NO_ROOM, LeftAlone.Why.NO_ROOM);
    }

    @Test
    void states_in_neighbouring_months_fly_together_if_those_with_fewer_people_move() {
        Need april = need("GB", MARCH.plusMonths(1), "LOS", "STN", 30);

        Matching.Found found = found(FRANCE, april);

        assertThat(found.matches()).isEmpty();
        assertThat(found.alone()).hasSize(2);
        assertThat(found.ifMoved()).hasSize(1);
        MovedMatch moved = found.ifMoved().get(0);
        assertThat(moved.moving()).containsExactly(FRANCE);
        assertThat(moved.match().month()).isEqualTo(april.month());
        assertThat(moved.match())
                .isEqualTo(found(FRANCE.in(april.month()), april).matches().get(0));
        assertThat(found(FRANCE, april.in(MARCH.plusMonths(2))).ifMoved())
                .as("two months apart")
                .isEmpty();
    }

    @Test
    void a_need_of_the_month_before_or_after_joins_a_match_if_nobody_in_it_pays_more_than_now() {
        Need april = need("BE", MARCH.plusMonths(1), "LOS", "BRU", 20);

        Matching.Found found = found(FRANCE, BRITAIN, april);

        NeedMatch now = found.matches().get(0);
        assertThat(found.ifMoved()).hasSize(1);
        MovedMatch moved = found.ifMoved().get(0);
        assertThat(moved.wider()).isEqualTo(now);
        assertThat(moved.moving()).containsExactly(april);
        assertThat(moved.match().needs()).containsExactlyInAnyOrder(FRANCE, BRITAIN, april.in(MARCH));
        assertThat(moved.saving()).isEqualTo(moved.match().saving().minus(now.saving()));
        assertThat(found(FRANCE, BRITAIN, SWEDEN.in(april.month())).ifMoved())
                .as("the way by Stockholm would cost France and the United Kingdom more than they pay without it")
                .isEmpty();
    }

    @Test
    void a_need_does_not_move_to_where_its_state_expects_people_already() {
        Need april = need("GB", MARCH.plusMonths(1), "LOS", "STN", 30);

        assertThat(matching(CharterTerms.USUAL)
                        .find(List.of(FRANCE, april), List.of(FRANCE, april, FRANCE.in(april.month()), BRITAIN))
                        .ifMoved())
                .isEmpty();
    }

    /** From Cyprus to Tbilisi and back is less than the way from Lisbon to Cyprus and on that a large share would pay for. */
    @Test
    void nobody_is_asked_to_pay_more_than_alone_and_it_is_said_who_would_be_and_by_how_much() {
        Need lisbon = need("PT", MARCH, "TBS", "LIS", 2);
        Need cyprus = need("CY", MARCH, "TBS", "LCA", 70);
        Matching.Found found = found(lisbon, cyprus);

        assertThat(found.matches()).isEmpty();
        NeedMatch together = matching(CharterTerms.USUAL)
                .of(List.of(lisbon, cyprus), new Party("CY"))
                .orElseThrow();
        NeedMatch.Member worst = together.worseOff().get(0);
        assertThat(found.alone()).hasSize(2).allSatisfy(alone -> {
            assertThat(alone.why()).isEqualTo(LeftAlone.Why.DEARER);
            assertThat(alone.dearerFor()).isEqualTo(new Party("CY"));
            assertThat(alone.dearerBy()).isEqualTo(worst.saving().negated());
        });
        assertThat(worst.saving().minor()).isNegative();
    }

    @Test
    void a_state_stands_in_a_match_once_however_many_destinations_it_has() {
        Matching.Found found =
                found(FRANCE, BRITAIN, need("FR", MARCH, "ACC", "CDG", 5), need("GB", MARCH, "ACC", "STN", 4));

        assertThat(found.matches())
                .hasSize(2)
                .allSatisfy(match -> assertThat(match.members())
                        .extracting(NeedMatch.Member::party)
                        .containsExactlyInAnyOrder(FR, GB));
    }

    @Test
    void whoever_is_picked_up_where_another_hands_over_is_no_reason_to_fail() {
        assertThat(found(need("LV", MARCH, "TBS", "RIX", 20), need("EE", MARCH, "RIX", "TLL", 20), FRANCE)
                        .matches())
                .isEmpty();
        assertThat(found(need("PL", MARCH, "RIX", "WAW", 20), need("LV", MARCH, "VNO", "RIX", 5))
                        .whole())
                .isTrue();
    }

    /** Five hundred lists of needs, always the same ones. */
    @Test
    void for_any_needs_shares_add_up_nobody_loses_and_the_order_of_entering_does_not_matter() {
        Random random = new Random(20270301);
        int matched = 0;
        int moved = 0;
        for (int run = 0; run < 500; run++) {
            List<Need> needs = needs(random);
            CharterTerms terms = new CharterTerms(Money.euro(1 + random.nextInt(6_000)), 1 + random.nextInt(4), 250);
            Matching.Found found = matching(terms).find(needs);
            matched += found.matches().size();

            Set<Need> seen = new HashSet<>();
            for (NeedMatch match : found.matches()) {
                Money sum =
                        match.members().stream().map(NeedMatch.Member::share).reduce(Money.euro(0), Money::plus);
                assertThat(sum).as("run %s, %s", run, match.code()).isEqualTo(match.total());
                assertThat(match.total())
                        .isEqualTo(
                                Money.euro(terms.perKm().minor() * match.route().km()));
                assertThat(match.members())
                        .allSatisfy(member -> assertThat(member.share()).isLessThanOrEqualTo(member.alone()));
                assertThat(match.saving().minor()).isPositive();
                assertThat(match.seats()).isLessThanOrEqualTo(250);
                match.needs().forEach(need -> assertThat(seen.add(need)).isTrue());
            }
            Set<Need> left = new HashSet<>();
            found.alone().forEach(alone -> {
                assertThat(seen.add(alone.need())).isTrue();
                left.add(alone.need());
            });
            moved += found.ifMoved().size();
            found.ifMoved().forEach(one -> wouldLoseNobody(one, left, found.matches()));
            assertThat(seen).hasSameSizeAs(needs);
            assertThat(found.matches())
                    .extracting(match -> -match.saving().minor())
                    .isSorted();
            List<Need> otherwise = new ArrayList<>(needs);
            Collections.shuffle(otherwise, random);
            assertThat(matching(terms).find(otherwise)).isEqualTo(found);
            if (run % 10 == 0) {
                theFirstMatchIsTheBestOfAllGroups(needs, terms, found);
            }
        }
        assertThat(matched).isGreaterThan(300);
        assertThat(moved).isGreaterThan(100);
    }

    /** Each need in no match would move once at most, by a month, and nobody pays more than alone or in the match as it is. */
    private static void wouldLoseNobody(MovedMatch moved, Set<Need> left, List<NeedMatch> matches) {
        NeedMatch match = moved.match();
        assertThat(match.members())
                .allSatisfy(member -> assertThat(member.share()).isLessThanOrEqualTo(member.alone()));
        assertThat(match.members().stream().map(NeedMatch.Member::share).reduce(Money.euro(0), Money::plus))
                .isEqualTo(match.total());
        assertThat(moved.saving().minor()).isPositive();
        assertThat(moved.moving()).isNotEmpty().allSatisfy(need -> {
            assertThat(left.remove(need)).isTrue();
            assertThat(need.month())
                    .isIn(match.month().minusMonths(1), match.month().plusMonths(1));
            assertThat(match.needs()).contains(need.in(match.month()));
        });
        NeedMatch wider = moved.wider();
        if (wider == null) {
            match.needs().stream()
                    .filter(need -> moved.moving().stream().noneMatch(each -> need.equals(each.in(match.month()))))
                    .forEach(need -> assertThat(left.remove(need)).isTrue());
            return;
        }
        assertThat(matches).contains(wider);
        wider.members()
                .forEach(before -> assertThat(match.members())
                        .filteredOn(after -> after.party().equals(before.party()))
                        .allSatisfy(after -> assertThat(after.share()).isLessThanOrEqualTo(before.share()))
                        .hasSize(1));
    }

    /** One month to one airport, so that all groups can be looked at here too. */
    private static void theFirstMatchIsTheBestOfAllGroups(List<Need> needs, CharterTerms terms, Matching.Found found) {
        Need first = needs.get(0);
        List<Need> alike = needs.stream()
                .filter(need -> need.month().equals(first.month())
                        && AIRPORTS.get("destination", need.destination())
                                        .kilometresTo(AIRPORTS.get("destination", first.destination()))
                                <= Matching.NEAR_KM)
                .toList();
        if (alike.size() > 6) {
            return;
        }
        long best = 0;
        for (int set = 0; set < 1 << alike.size(); set++) {
            List<Need> group = new ArrayList<>();
            for (int i = 0; i < alike.size(); i++) {
                if ((set >> i & 1) == 1) {
                    group.add(alike.get(i));
                }
            }
            for (Need organiser : group.size() > 1 ? group : List.<Need>of()) {
                NeedMatch match = matching(terms).of(group, organiser.party()).orElse(null);
                best = match != null && match.isProposed()
                        ? Math.max(best, match.saving().minor())
                        : best;
            }
        }
        long proposed = found.matches().stream()
                .filter(match -> match.needs().stream().anyMatch(alike::contains))
                .mapToLong(match -> match.saving().minor())
                .max()
                .orElse(0);
        assertThat(proposed).isEqualTo(best);
    }

    private static List<Need> needs(Random random) {
        List<String> states = List.of("AT", "BE", "DE", "ES", "FR", "GB", "IT", "SE", "PL");
        List<String> boards = List.of("VIE", "BRU", "FRA", "MAD", "CDG", "STN", "FCO", "ARN", "WAW");
        List<String> places = List.of("LOS", "ACC", "PRN", "TIA", "TBS", "EVN", "KBL", "BOG");
        List<Need> needs = new ArrayList<>();
        int size = 2 + random.nextInt(13);
        for (int i = 0; i < size; i++) {
            int state = random.nextInt(states.size());
            Need need = need(
                    states.get(state),
                    MARCH.plusMonths(random.nextInt(2)),
                    places.get(random.nextInt(places.size())),
                    boards.get(random.nextInt(4) == 0 ? random.nextInt(boards.size()) : state),
                    1 + random.nextInt(60));
            if (needs.stream().noneMatch(other -> other.isSameAs(need))) {
                needs.add(need);
            }
        }
        return needs;
    }

    @Test
    void many_needs_are_looked_at_as_far_as_it_goes_and_it_is_said_so() {
        List<Need> needs = new ArrayList<>();
        List<String> states =
                List.of("AT", "BE", "BG", "CH", "CY", "CZ", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HU");
        for (int month = 0; month < 19; month++) {
            for (String destination : List.of("LOS", "PRN", "TBS", "KBL", "BOG", "HAN", "FIH", "CAI", "BGW", "TUN")) {
                for (String state : states) {
                    needs.add(need(state, MARCH.plusMonths(month), destination, "FRA", 5));
                }
            }
        }

        Matching.Found found = matching(CharterTerms.USUAL).find(needs);

        assertThat(found.whole()).isFalse();
        assertThat(found.matches()).isNotEmpty().allMatch(NeedMatch::isProposed);
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThatThrownBy(() -> need("FR", MARCH, "LOS", "CDG", -1)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> need("FR", MARCH, "LOS", "CDG", 501)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> need("FX", MARCH, "LOS", "WAW", 1)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> need("FR", MARCH, "CDG", "CDG", 1)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new CharterTerms(Money.euro(0), 3, 250)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new CharterTerms(Money.euro(100_001), 3, 250)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new CharterTerms(Money.euro(1), 7, 250)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new CharterTerms(Money.euro(1), 1, 501)).isInstanceOf(BadInput.class);
    }
}
