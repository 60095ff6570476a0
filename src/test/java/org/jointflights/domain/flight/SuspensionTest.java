package org.jointflights.domain.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;

import java.time.Duration;
import java.time.Instant;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.junit.jupiter.api.Test;

/** Who lets a suspended flight go on, and what becomes of its deadlines. */
class SuspensionTest {

    private static final Instant SUSPENDED = SomeFlight.NOW;
    private static final Instant LATER = SUSPENDED.plus(Duration.ofDays(12));
    private static final Suspension OPEN = Suspension.begun(SomeFlight.REFERENCE, 1, "rightsofficer1", SUSPENDED);
    private static final ResumingAdvice AGAINST = new ResumingAdvice(false, "why", "rightsofficer2", LATER);

    @Test
    void it_ends_once_it_is_advised_on() {
        refusal(Conflict.class, "flight.resume.noAdvice", () -> OPEN.resumed("executive1", LATER));
        Suspension over = OPEN.advised(AGAINST).resumed("executive1", LATER);

        assertThat(over.advice()).isEqualTo(AGAINST);
        assertThat(over.isAdvisedAgainst()).isTrue();
        assertThat(over.resumedAt()).isEqualTo(LATER);
        assertThat(over.resumedBy()).isEqualTo("executive1");
        assertThat(OPEN.advised(new ResumingAdvice(true, "why", "rightsofficer2", LATER))
                        .isAdvisedAgainst())
                .isFalse();
        assertThat(OPEN.isAdvisedAgainst()).isFalse();
    }

    @Test
    void neither_who_suspended_nor_who_advised_ends_it() {
        Suspension advised = OPEN.advised(AGAINST);

        refusal(NotYours.class, "flight.resume.own", () -> advised.resumed("rightsofficer1", LATER));
        refusal(NotYours.class, "flight.resume.adviser", () -> advised.resumed("rightsofficer2", LATER));
        refusal(NotYours.class, "flight.resume.own", () -> advised.resumed("executive1/rightsofficer1", LATER));
        refusal(NotYours.class, "flight.resume.adviser", () -> advised.resumed("rightsofficer2/executive1", LATER));
    }

    @Test
    void the_advice_stands_as_it_was_given() {
        refusal(
                Conflict.class,
                "flight.advise.already",
                () -> OPEN.advised(AGAINST).advised(AGAINST));
        assertThat(OPEN.advised(AGAINST).withoutReasons().advice())
                .isEqualTo(new ResumingAdvice(false, "", "rightsofficer2", LATER));
        assertThat(OPEN.withoutReasons()).isEqualTo(OPEN);
    }

    @Test
    void a_deadline_keeps_what_was_left_of_it() {
        Instant ahead = SUSPENDED.plus(Duration.ofDays(3));
        Instant passed = SUSPENDED.minusSeconds(1);

        assertThat(OPEN.moved(ahead, LATER)).isEqualTo(LATER.plus(Duration.ofDays(3)));
        assertThat(OPEN.moved(passed, LATER)).isEqualTo(passed);
        assertThat(OPEN.moved(SUSPENDED, LATER)).isEqualTo(SUSPENDED);
    }
}
