package org.jointflights.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GateTest {

    @ParameterizedTest
    @EnumSource(Gate.class)
    void each_gate_is_found_by_its_own_number(Gate gate) {
        assertThat(gate.number()).matches("G[0-9]{1,2}[BFNW]?");
        assertThat(Gate.numbered(gate.number())).isEqualTo(gate);
    }

    @Test
    void a_number_that_no_gate_has_opens_none() {
        assertThatThrownBy(() -> Gate.numbered("G99"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no gate G99");
    }

    @Test
    void only_those_who_check_a_states_list_take_people_off_it() {
        assertThat(Answerer.values())
                .filteredOn(Answerer::takesPeopleOff)
                .containsExactly(Answerer.LEGAL, Answerer.COORDINATOR, Answerer.DOCTOR);
    }
}
