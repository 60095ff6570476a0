package org.jointflights.process.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jointflights.domain.Conflict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StepFaultTest {

    private static final String TYPED = "Jane Roe, 5 Mill Lane\nCaused by: jane.roe.MillLaneException: 5";

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        new ProcessEngineException(TYPED, new SQLException(TYPED)),
                        "The database did not answer, or refused what the step wrote (SQLException)."),
                Arguments.of(
                        new ProcessEngineException(TYPED, Conflict.of("system.retry.gone")),
                        "A rule of the application refused the step (Conflict)."),
                Arguments.of(
                        new IllegalStateException(TYPED),
                        "A fault in the program stopped the step (IllegalStateException); the log of the node says where."));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void what_went_wrong_is_one_sentence_that_quotes_nothing_of_what_the_exceptions_say(
            Exception thrown, String sentence) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));

        assertThat(StepFault.of(trace.toString()).in(Locale.ENGLISH)).isEqualTo(sentence);
    }

    @Test
    void where_nothing_was_kept_that_is_said() {
        assertThat(StepFault.of(null).code()).isEqualTo("system.fault.UNKNOWN");
        assertThat(StepFault.of("something that somebody typed").code()).isEqualTo("system.fault.UNKNOWN");
    }
}
