package org.jointflights.process.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jointflights.domain.operation.Answerer;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GatePoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GateFieldsTest {

    @ParameterizedTest
    @EnumSource(GatePoint.class)
    void the_form_has_a_place_for_every_gate_that_one_group_is_asked_at_once(GatePoint point) {
        for (Answerer answerer : Answerer.values()) {
            assertThat(Stream.of(Gate.values()).filter(gate -> gate.isAskedAt(point) && gate.answerer() == answerer))
                    .hasSizeLessThanOrEqualTo(GateFields.PLACES);
        }
    }
}
