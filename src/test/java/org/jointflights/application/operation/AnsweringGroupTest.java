package org.jointflights.application.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jointflights.domain.Party;
import org.jointflights.domain.operation.Answerer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose group answers what, where a state organises the flight and where Frontex does. */
class AnsweringGroupTest {

    @ParameterizedTest
    @CsvSource({
        "FRlegal, FR, FR, LEGAL",
        "GBlegal, FR, GB, LEGAL",
        "FRescortleader, FR, FR, LEAD_ESCORT",
        "rightsOfficer, FR, FR, RIGHTS_OFFICER",
        "FXlegal, FR, FR, FRONTEX",
        "GBlegal, FX, GB, LEGAL",
        "FXescortleader, FX, FX, LEAD_ESCORT",
        "rightsOfficer, FX, FX, RIGHTS_OFFICER",
        "FXlegal, FX, FX, FRONTEX",
    })
    void a_group_answers_for_its_state_or_for_the_flight(
            String group, String organiser, String party, Answerer answerer) {
        assertThat(AnsweringGroup.of(group, new Party(organiser)))
                .isEqualTo(new AnsweringGroup(new Party(party), answerer));
    }

    @Test
    void a_group_that_answers_nothing_is_refused() {
        assertThatThrownBy(() -> AnsweringGroup.of("FXdoctor", new Party("FX"))).hasMessage("FXdoctor answers no gate");
    }
}
