package org.jointflights.application.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jointflights.StandingClock;
import org.junit.jupiter.api.Test;

class RecordNodeTest {

    private final StandingClock clock = new StandingClock();
    private Duration ahead = Duration.ZERO;
    private final InMemoryNodes nodes = new InMemoryNodes();
    private final RecordNode record =
            new RecordNode(nodes, new CompareClocks(() -> clock.instant().minus(ahead), clock));
    private final Node one = record.start("one", "alpha", 8080, "1.0.0");

    @Test
    void a_node_that_gives_signs_of_life_is_kept_with_its_start_and_when_it_was_last_seen() {
        record.seen(one);
        clock.advance(Duration.ofSeconds(30));
        record.seen(one);

        assertThat(nodes.all())
                .containsExactly(new Node(
                        "one",
                        "alpha",
                        8080,
                        "1.0.0",
                        one.started(),
                        one.started().plusSeconds(30),
                        0));
    }

    @Test
    void a_node_with_a_wrong_clock_is_seen_by_the_clock_that_all_share_and_says_by_how_much_its_own_differs() {
        ahead = Duration.ofMinutes(-5);

        record.seen(one);

        Node seen = nodes.all().get(0);
        assertThat(seen.lastSeen()).isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(seen.clockAhead()).isEqualTo(-300);
        assertThat(seen.isClockWrong()).isTrue();
    }

    @Test
    void a_node_is_gone_when_it_was_not_seen_for_more_than_two_minutes() {
        assertThat(one.isGone(one.lastSeen().plusSeconds(120))).isFalse();
        assertThat(one.isGone(one.lastSeen().plusSeconds(121))).isTrue();
    }

    @Test
    void a_node_that_was_not_seen_for_more_than_a_day_is_forgotten_by_the_next_that_is_seen() {
        record.seen(one);
        clock.advance(Duration.ofDays(1));
        Node two = record.start("two", "beta", 8080, "");
        record.seen(two);
        assertThat(nodes.all()).extracting(Node::id).containsExactly("one", "two");

        clock.advance(Duration.ofSeconds(1));
        record.seen(two);
        assertThat(nodes.all()).extracting(Node::id).containsExactly("two");
    }
}
