package org.jointflights.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jointflights.domain.operation.RandomWalk.Event;
import org.junit.jupiter.api.Test;

/**
 * Flights on which people answer, fall silent, come late, stop, lift, suspend, postpone, divert and try at random, each by a
 * seed of its own. Whenever somebody boards, leaves or is handed over, the record of what was said is read again by rules
 * written down a second time, row by row of the table; and wherever a walk ends there is a task or an act that leads on.
 * {@code -Dwalks=100000} walks longer than the build, {@code -Dwalk=17} walks the seventeenth alone.
 */
class RandomWalksTest {

    private static final long SEED = 20261127;
    private static final int WALKS = Integer.getInteger("walks", 1000);

    @Test
    void none_boards_leaves_or_is_handed_over_past_what_is_unmet_and_none_ends_without_a_way_on() {
        Integer only = Integer.getInteger("walk");
        if (only != null) {
            new RandomWalk(SEED, only).walk();
            return;
        }
        Map<Event, Integer> seen = IntStream.range(0, WALKS)
                .parallel()
                .mapToObj(number -> new RandomWalk(SEED, number).walk())
                .reduce(new EnumMap<>(Event.class), RandomWalksTest::plus);

        for (Event event : Event.values()) {
            assertThat(seen.getOrDefault(event, 0))
                    .as("the walks go everywhere: %s", event)
                    .isGreaterThan(WALKS / 100);
        }
    }

    private static Map<Event, Integer> plus(Map<Event, Integer> some, Map<Event, Integer> others) {
        Map<Event, Integer> all = new EnumMap<>(Event.class);
        some.forEach((event, times) -> all.merge(event, times, Integer::sum));
        others.forEach((event, times) -> all.merge(event, times, Integer::sum));
        return all;
    }
}
