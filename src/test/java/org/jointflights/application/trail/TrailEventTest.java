package org.jointflights.application.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.junit.jupiter.api.Test;

class TrailEventTest {

    @Test
    void every_sentence_of_the_trail_is_declared_once_with_whoever_may_read_it() {
        ResourceBundle sentences = ResourceBundle.getBundle("messages/trail", Locale.ROOT);

        assertThat(Stream.of(TrailEvent.values()).map(TrailEvent::code))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(sentences.keySet().stream()
                        .filter(code -> !code.endsWith(".forAll"))
                        .toList());
        assertThat(TrailEvent.values())
                .allSatisfy(event -> assertThat(event.audience()).isNotNull());
    }

    @Test
    void whoever_signs_for_all_parties_is_told_without_a_dash_in_the_place_of_one() {
        assertThat(signed(TrailEvent.SIGNED, TrailEntry.NO_PARTY, "")).isEqualTo("Signed version 1 – Manager. ");
        assertThat(signed(TrailEvent.REFUSED, TrailEntry.NO_PARTY, "too dear"))
                .isEqualTo("Refused version 1 – Manager: too dear");
        assertThat(signed(TrailEvent.SIGNED, "GB", "")).isEqualTo("Signed version 1 – Manager, GB. ");
    }

    private static String signed(TrailEvent event, String party, String reason) {
        return new TrailEntry(
                        new OperationReference("JRO-2027-0001"),
                        Instant.EPOCH,
                        "manager1",
                        event,
                        null,
                        null,
                        List.of(Sentence.of("approval.role.MANAGER"), party, "1", reason))
                .what()
                .in(Locale.ENGLISH);
    }
}
