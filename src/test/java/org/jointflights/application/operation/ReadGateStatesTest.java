package org.jointflights.application.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.application.operation.OperationServices.FR;
import static org.jointflights.application.operation.OperationServices.REFERENCE;

import java.util.List;
import org.jointflights.application.operation.ReadGateStates.PointState;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.Question;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadGateStatesTest {

    private static final Question FR_G2 = new Question(FR, Gate.NON_REFOULEMENT, GatePoint.D_14, 0);

    private final OperationServices services = new OperationServices();
    private final ReadGateStates states = new ReadGateStates(services.situation);

    @BeforeEach
    void somebody_of_the_french_legal_group_answers() {
        services.as("FRlegal");
    }

    @Test
    void what_is_confirmed_and_what_is_stopped_is_counted_point_by_point() {
        services.confirm(GatePoint.D_28);
        services.answers.add(
                new GateAnswer(REFERENCE, FR_G2, GateAnswer.Verdict.STOP, "court", "frlegal", services.now()));

        List<PointState> all = states.of(REFERENCE, party -> true);

        PointState first = all.get(0);
        assertThat(first.point()).isEqualTo(GatePoint.D_28);
        assertThat(first.confirmed()).isEqualTo(first.asked()).isPositive();
        assertThat(all)
                .filteredOn(state -> state.point() == GatePoint.D_14)
                .singleElement()
                .satisfies(stopped -> {
                    assertThat(stopped.stopped()).isEqualTo(1);
                    assertThat(stopped.confirmed()).isZero();
                });
        assertThat(all)
                .extracting(PointState::point)
                .contains(GatePoint.BOARDING, GatePoint.STOPOVER, GatePoint.LAST_CALL)
                .isSorted();
    }

    @Test
    void of_states_whose_answers_may_not_be_told_nothing_is_counted() {
        services.answers.add(
                new GateAnswer(REFERENCE, FR_G2, GateAnswer.Verdict.STOP, "court", "frlegal", services.now()));

        List<PointState> ofOthers = states.of(REFERENCE, party -> !party.equals(FR));
        List<PointState> all = states.of(REFERENCE, party -> true);

        assertThat(ofOthers).isNotEmpty().allMatch(state -> state.stopped() == 0);
        assertThat(ofOthers.stream().mapToInt(PointState::asked).sum())
                .isLessThan(all.stream().mapToInt(PointState::asked).sum());
        assertThat(states.of(REFERENCE, party -> false)).isEmpty();
    }
}
