package org.jointflights.domain.costs.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jointflights.domain.costs.game.Games.fractions;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jointflights.domain.BadInput;
import org.junit.jupiter.api.Test;

class RefusalTest {

    private static void refused(ThrowingCallable act, String field, String sentence) {
        BadInput refusal = catchThrowableOfType(BadInput.class, act);
        assertThat(refusal).isNotNull();
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.sentence(Locale.ENGLISH)).isEqualTo(sentence);
        assertThat(refusal.sentence(Locale.FRENCH)).isNotEqualTo(sentence).doesNotContain("{");
    }

    private static HittingGame free(int players) {
        return new HittingGame(players, List.of());
    }

    /** Neither costs alone nor one within the other. */
    private static HittingGame overlapping(int players) {
        return new HittingGame(players, List.of(HittingCost.of(9, 3), HittingCost.of(9, 6), HittingCost.of(-1, 4)));
    }

    @Test
    void number_of_parties_out_of_range() {
        refused(
                () -> free(0),
                "players",
                "Number of parties cannot be 0. This calculation takes from 1 to 62 parties.");
        refused(
                () -> free(63),
                "players",
                "Number of parties cannot be 63. This calculation takes from 1 to 62 parties.");
        assertThatCode(() -> free(62)).doesNotThrowAnyException();
        refused(
                () -> Nucleolus.of(overlapping(16)),
                "players",
                "Number of parties cannot be 16. This calculation takes from 1 to 15 parties.");
        refused(
                () -> Nucleolus.perCapita(free(16)),
                "players",
                "Number of parties cannot be 16. This calculation takes from 1 to 15 parties.");
        refused(
                () -> ShapleyByDefinition.of(free(21)),
                "players",
                "Number of parties cannot be 21. This calculation takes from 1 to 20 parties.");
        refused(
                () -> TauValue.of(overlapping(16)),
                "players",
                "Number of parties cannot be 16. This calculation takes from 1 to 15 parties.");
        refused(
                () -> new TableGame(21, List.of()),
                "players",
                "Number of parties cannot be 21. This calculation takes from 1 to 20 parties.");
    }

    @Test
    void a_core_test_by_enumeration_of_more_than_24_parties() {
        HittingGame game = new HittingGame(25, List.of(HittingCost.of(-1, 3), HittingCost.of(1, 4)));
        refused(
                () -> Core.strongestObjection(game, Collections.nCopies(25, BigFraction.ZERO)),
                "players",
                "Number of parties cannot be 25. This calculation takes from 1 to 24 parties.");
    }

    @Test
    void costs_of_nobody_and_of_parties_that_do_not_take_part() {
        refused(
                () -> HittingCost.of(5, 0),
                "payers",
                "Parties causing the cost is empty. Name at least one party that causes the cost.");
        refused(
                () -> new HittingGame(3, List.of(HittingCost.of(5, 0b101001))),
                "coalition",
                "Group of parties names parties that do not take part: [3, 5]. Parties are numbered from 0 to 2.");
        refused(
                () -> new RouteGame(2, new long[] {3, 4}, new long[2][2]),
                "coalition",
                "Group of parties names parties that do not take part: [2]. Parties are numbered from 0 to 1.");
    }

    @Test
    void negative_costs_where_they_make_no_sense() {
        refused(
                () -> new LegSharingGame(2, List.of(HittingCost.of(-5, 3))),
                "legCost",
                "Cost of a leg cannot be -5. Enter zero or a positive number.");
        refused(
                () -> new RouteGame(2, new long[] {3, 3}, new long[][] {{0, -1}, {0, 0}}),
                "distances",
                "Table of distances cannot be -1. Enter zero or a positive number.");
        refused(
                () -> StandAlone.proportional(new TableGame(2, fractions(0, -1, 4, 3))),
                "standAloneCost",
                "Stand-alone cost cannot be -1. Enter zero or a positive number.");
        assertThatCode(() -> new LegSharingGame(2, List.of(HittingCost.of(0, 3))))
                .doesNotThrowAnyException();
    }

    @Test
    void tables_that_are_no_tables() {
        refused(
                () -> new TableGame(3, fractions(0, 1, 2)),
                "coalitionCosts",
                "Table of group costs has 3 entries. For 3 parties it needs 8, one for each group, the empty one included.");
        refused(
                () -> new TableGame(1, fractions("1/2", "1")),
                "coalitionCosts",
                "Table of group costs starts with 1 / 2. The first entry is the cost of the empty group and must be 0.");
    }

    @Test
    void routes_that_are_no_routes() {
        refused(
                () -> new RouteGame(2, new long[] {3}, new long[1][1]),
                "stops",
                "Number of stops cannot be 1. A route has from 2 to 1000 stops, the base included.");
        refused(
                () -> new RouteGame(2, new long[1001], new long[1001][1001]),
                "stops",
                "Number of stops cannot be 1001. A route has from 2 to 1000 stops, the base included.");
        assertThatCode(() -> new RouteGame(2, new long[1000], new long[1000][1000]))
                .doesNotThrowAnyException();
        refused(
                () -> new RouteGame(2, new long[] {3, 3}, new long[3][2]),
                "distances",
                "Table of distances has a row or column count of 3. It needs one row and one column for each of the 2 stops.");
        refused(
                () -> new RouteGame(2, new long[] {3, 3}, new long[2][1]),
                "distances",
                "Table of distances has a row or column count of 1. It needs one row and one column for each of the 2 stops.");
        refused(
                () -> new RouteGame(2, new long[] {3, 3}, new long[][] {{0, 1_000_000_000_001L}, {0, 0}}),
                "distances",
                "Table of distances cannot be 1000000000001. The most that can be entered is 1000000000000.");
        assertThat(new RouteGame(2, new long[] {3, 3}, new long[][] {{-1, 1_000_000_000_000L}, {-1, -1}}).total())
                .isEqualTo(BigFraction.of(1_000_000_000_000L));
    }

    @Test
    void weights_that_cannot_be_shared_by() {
        refused(
                () -> Shapley.weighted(free(3), new long[] {1, 2}),
                "weights",
                "List of weights has 2 entries. It needs 3, one for each party.");
        refused(
                () -> Shapley.weighted(free(2), new long[] {1, 0}),
                "weights",
                "List of weights cannot contain 0. Each weight must be greater than zero.");
    }

    @Test
    void shares_that_are_not_shares_of_the_total() {
        CoalitionGame game = Games.three(1, 1, 2, 1, 2, 2, 3);
        refused(
                () -> Core.strongestObjection(game, fractions(1, 2)),
                "shares",
                "Shares has 2 entries. It needs 3, one for each party.");
        refused(
                () -> Core.strongestObjection(game, fractions(1, 1, 2)),
                "shares",
                "Shares add up to 4. They must add up to the total cost of 3.");
    }

    @Test
    void rules_that_have_no_answer() {
        CoalitionGame noSavings = Games.three(1, 1, 1, 1, 1, 1, 2);
        refused(
                () -> SeparableCosts.remainingBenefits(noSavings),
                "sharedRest",
                "Remaining cost of -1 cannot be split by saved cost, because nobody saves anything by joining. "
                        + "Choose another key.");
    }

    @Test
    void only_one_party_cannot_be_left_out() {
        refused(
                () -> Joining.of(free(1), 0, (game, parties) -> Games.shapley(game)),
                "players",
                "Number of parties cannot be 0. This calculation takes from 1 to 62 parties.");
    }

    @Test
    void every_sentence_is_there_in_both_languages() {
        ResourceBundle english = ResourceBundle.getBundle("messages/costs", Locale.ROOT);
        ResourceBundle french = ResourceBundle.getBundle("messages/costs", Locale.FRENCH);
        assertThat(new TreeSet<>(Collections.list(french.getKeys())))
                .isEqualTo(new TreeSet<>(Collections.list(english.getKeys())));
        for (String key : Collections.list(english.getKeys())) {
            if (!key.startsWith("costs.games.")) {
                continue;
            }
            assertThat(french.getString(key)).isNotEqualTo(english.getString(key));
        }
    }
}
