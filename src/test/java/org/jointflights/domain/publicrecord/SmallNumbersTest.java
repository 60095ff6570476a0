package org.jointflights.domain.publicrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nobody computes a number of people below five from what is told. Whoever tries knows the rules, and of shares that are told
 * the numbers by which they were shared, all of them: more than a real statement would give away.
 */
class SmallNumbersTest {

    private static final List<Party> STATES =
            List.of(new Party("BE"), new Party("FR"), new Party("GB"), new Party("SE"));

    /** One state's people or staff. */
    private record Kind(int committed, int flown) {

        int stayed() {
            return committed - flown;
        }
    }

    private record State(Kind people, Kind staff) {

        StateHeads heads() {
            return new StateHeads(seats(people.committed, staff.committed), seats(people.flown, staff.flown));
        }
    }

    /** What of a flight reaches the public, as numbers. */
    private record Told(ToldCount people, ToldCount staff, List<Integer> sharedBy) {}

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void a_small_number_is_told_as_fewer_than_five_and_cannot_be_told_otherwise(int small) {
        assertThat(ToldCount.of(small)).isEqualTo(ToldCount.of(0));
        assertThat(ToldCount.of(small).words().in(Locale.ENGLISH)).isEqualTo("fewer than 5");
        assertThat(ToldCount.of(small).words().in(Locale.FRENCH)).isEqualTo("moins de 5");
        assertThatThrownBy(() -> new ToldCount(small))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("too small to be told");
    }

    @Test
    void from_five_on_a_number_is_told() {
        assertThat(ToldCount.of(5).words().in(Locale.ENGLISH)).isEqualTo("5");
        assertThat(ToldCount.of(54).exactly()).isEqualTo(54);
    }

    /** All flights of one state that flew up to twelve people and staff, and of two that flew up to six, and a few stayed behind. */
    @Test
    void no_small_number_is_the_only_possible_one() {
        assertNothingKnown(flights(1, 12, 6));
        assertNothingKnown(flights(2, 6, 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4000, 50_000})
    void no_small_number_is_among_what_can_be_computed_where_shares_are_told(long seed) {
        Random random = new Random(seed);
        int told = 0;
        for (int flight = 0; flight < 20_000; flight++) {
            List<State> states = new ArrayList<>();
            for (int state = 1 + random.nextInt(STATES.size()); state > 0; state--) {
                states.add(new State(kind(random), kind(random)));
            }
            if (costs(states).borne() != null) {
                told++;
                assertThat(computed(states)).as(states.toString()).noneMatch(number -> number > 0 && number < 5);
            }
        }
        assertThat(told).as("shares were told").isGreaterThan(100);
    }

    @Test
    void shares_are_told_of_all_or_of_none_and_the_sum_always() {
        State large = new State(new Kind(20, 20), new Kind(38, 38));
        State small = new State(new Kind(20, 20), new Kind(4, 4));

        assertThat(costs(List.of(large, large)).borne()).hasSize(2);
        assertThat(costs(List.of(large, small)).borne()).isNull();
        assertThat(costs(List.of(large, small)).total()).isEqualTo(Money.euro(1_000_000_00));
    }

    @Test
    void a_state_that_flew_none_in_the_end_is_known_by_what_it_was_committed_to() {
        assertThat(told(new StateHeads(seats(9, 9), null))).isTrue();
        assertThat(told(new StateHeads(seats(4, 9), null))).isFalse();
        assertThat(told(new StateHeads(seats(9, 9), seats(0, 9)))).isFalse();
    }

    @Test
    void amounts_are_whole_euro() {
        PublicCosts costs = PublicCosts.of(
                Money.euro(35_424_949), Money.euro(33_532_950), Map.of(STATES.get(0), Money.euro(-150)), List.of());

        assertThat(costs.total()).isEqualTo(Money.euro(35_424_900));
        assertThat(costs.granted()).isEqualTo(Money.euro(33_533_000));
        assertThat(costs.borne()).containsOnly(Map.entry(STATES.get(0), Money.euro(-100)));
    }

    private static boolean told(StateHeads heads) {
        return PublicCosts.of(Money.euro(0), Money.euro(0), Map.of(), List.of(heads))
                        .borne()
                != null;
    }

    private static void assertNothingKnown(List<List<State>> flights) {
        Map<Told, List<TreeSet<Integer>>> possible = new HashMap<>();
        for (List<State> states : flights) {
            List<Integer> numbers = numbers(states);
            List<TreeSet<Integer>> sets = possible.computeIfAbsent(
                    told(states),
                    first ->
                            numbers.stream().map(each -> new TreeSet<Integer>()).toList());
            for (int i = 0; i < numbers.size(); i++) {
                sets.get(i).add(numbers.get(i));
            }
        }
        assertThat(possible.keySet())
                .as("shares are told of some")
                .anyMatch(told -> !told.sharedBy().isEmpty());
        possible.forEach((told, sets) -> {
            for (TreeSet<Integer> numbers : sets) {
                boolean known = numbers.size() == 1 && numbers.first() > 0 && numbers.first() < 5;
                if (known) {
                    throw new AssertionError(told + " tells that it was " + numbers);
                }
            }
        });
    }

    /** Every number of people there is, and the sums of what stayed behind. */
    private static List<Integer> numbers(List<State> states) {
        List<Integer> numbers = new ArrayList<>();
        for (State state : states) {
            for (Kind kind : List.of(state.people, state.staff)) {
                numbers.addAll(List.of(kind.committed, kind.flown, kind.stayed()));
            }
        }
        numbers.addAll(sums(states));
        return numbers;
    }

    private static List<Integer> sums(List<State> states) {
        return List.of(
                states.stream().mapToInt(state -> state.people.flown).sum(),
                states.stream().mapToInt(state -> state.staff.flown).sum(),
                states.stream().mapToInt(state -> state.people.stayed()).sum(),
                states.stream().mapToInt(state -> state.staff.stayed()).sum());
    }

    /** By which numbers the states shared, and what these leave of the totals. */
    private static List<Integer> computed(List<State> states) {
        List<Integer> numbers = new ArrayList<>(sums(states));
        states.forEach(state -> numbers.addAll(List.of(state.people.committed, state.staff.committed)));
        return numbers;
    }

    private static Told told(List<State> states) {
        List<Integer> sums = sums(states);
        List<Integer> sharedBy = new ArrayList<>();
        if (costs(states).borne() != null) {
            states.forEach(state -> sharedBy.addAll(List.of(state.people.committed, state.staff.committed)));
        }
        return new Told(ToldCount.of(sums.get(0)), ToldCount.of(sums.get(1)), sharedBy);
    }

    private static PublicCosts costs(List<State> states) {
        Map<Party, Money> borne = new TreeMap<>();
        for (int i = 0; i < states.size(); i++) {
            borne.put(STATES.get(i), Money.euro(100_00));
        }
        return PublicCosts.of(
                Money.euro(1_000_000_00),
                Money.euro(0),
                borne,
                states.stream().map(State::heads).toList());
    }

    private static List<List<State>> flights(int states, int most, int stayed) {
        List<Kind> kinds = new ArrayList<>();
        for (int flown = 0; flown <= most; flown++) {
            for (int committed = flown; committed <= flown + stayed; committed++) {
                kinds.add(new Kind(committed, flown));
            }
        }
        List<State> each = new ArrayList<>();
        kinds.forEach(people -> kinds.forEach(staff -> each.add(new State(people, staff))));
        List<List<State>> flights = new ArrayList<>();
        for (State one : each) {
            if (states == 1) {
                flights.add(List.of(one));
            } else {
                each.forEach(other -> flights.add(List.of(one, other)));
            }
        }
        return flights;
    }

    private static Kind kind(Random random) {
        int committed = random.nextInt(30);
        return new Kind(committed, random.nextBoolean() ? committed : random.nextInt(committed + 1));
    }

    private static Seats seats(int people, int staff) {
        return new Seats(people, staff, 0, 0, 0, 0);
    }
}
