package org.jointflights.process.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jointflights.domain.operation.Answerer;
import org.jointflights.domain.operation.GateRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GateFieldsTest {

    /** On the day itself everything that has grown too old is asked again: all gates of one group can come together. */
    @ParameterizedTest
    @EnumSource(Answerer.class)
    void the_form_has_a_place_for_every_gate_that_one_group_can_be_asked_at_once(Answerer answerer) {
        GateRules today = GatesByTable.on(LocalDate.of(2027, 4, 20));

        assertThat(today.rows().stream()
                        .filter(row -> row.answerer() == answerer)
                        .map(row -> row.gate())
                        .distinct())
                .hasSizeLessThanOrEqualTo(GateFields.PLACES);
    }
}
