package org.jointflights.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Anna, and Anna for Bernard. */
class ActorTest {

    private static final String FOR_BERNARD = Actor.of("anna", "bernard");

    @Test
    void both_names_are_on_record_and_one_account_has_acted() {
        assertThat(FOR_BERNARD).isEqualTo("anna/bernard");
        assertThat(Actor.account(FOR_BERNARD)).isEqualTo("anna");
        assertThat(Actor.absent(FOR_BERNARD)).contains("bernard");
        assertThat(Actor.persons(FOR_BERNARD)).isEqualTo(Set.of("anna", "bernard"));
        assertThat(Actor.account("anna")).isEqualTo("anna");
        assertThat(Actor.absent("anna")).isEmpty();
    }

    @Test
    void both_have_done_what_one_did_for_the_other() {
        for (String either : List.of("anna", "bernard", FOR_BERNARD, "carl/bernard", "carl/anna", "bernard/carl")) {
            assertThat(Actor.share(either, FOR_BERNARD)).as(either).isTrue();
            assertThat(Actor.share(FOR_BERNARD, either)).as(either).isTrue();
            assertThat(Actor.isAmong(either, List.of("dora", FOR_BERNARD)))
                    .as(either)
                    .isTrue();
        }
        for (String other : List.of("carl", "ann", "annabernard", "carl/dora")) {
            assertThat(Actor.share(other, FOR_BERNARD)).as(other).isFalse();
            assertThat(Actor.isAmong(other, List.of(FOR_BERNARD))).as(other).isFalse();
        }
    }
}
