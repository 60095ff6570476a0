package org.jointflights.application.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jointflights.domain.Party;
import org.junit.jupiter.api.Test;

class ViewerTest {

    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");

    @Test
    void a_group_belongs_to_a_party_if_it_is_a_code_and_a_role() {
        assertThat(Viewer.partyOf("FRfinance")).isEqualTo(FR);
        assertThat(Viewer.partyOf("FXcoordinator")).isEqualTo(Party.FRONTEX);
        for (String none : List.of("manager", "camunda-admin", "rightsOfficer", "", "FR", "FRking", "frfinance")) {
            assertThat(Viewer.partyOf(none)).as(none).isNull();
        }
    }

    @Test
    void those_who_watch_see_all_and_a_party_its_own() {
        for (String all : List.of("manager", "auditor", "rightsOfficer", "executive", "camunda-admin", "FXfinance")) {
            assertThat(Viewer.of(Set.of(all)).sees(List.of(GB))).as(all).isTrue();
        }
        assertThat(Viewer.of(Set.of("FRlegal")).sees(List.of(GB, FR))).isTrue();
        assertThat(Viewer.of(Set.of("FRlegal")).sees(List.of(GB))).isFalse();
        assertThat(Viewer.of(Set.of()).sees(List.of(GB))).isFalse();
        assertThat(Viewer.of(Set.of("FRlegal")).seesDetailsOf(GB)).isFalse();
    }
}
