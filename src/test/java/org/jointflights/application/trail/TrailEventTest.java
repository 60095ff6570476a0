package org.jointflights.application.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrailEventTest {

    @Test
    void every_sentence_of_the_trail_is_declared_once_with_whoever_may_read_it() {
        ResourceBundle sentences = ResourceBundle.getBundle("messages/trail", Locale.ROOT);

        assertThat(Stream.of(TrailEvent.values()).map(TrailEvent::code))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(sentences.keySet());
        assertThat(TrailEvent.values())
                .allSatisfy(event -> assertThat(event.audience()).isNotNull());
    }
}
