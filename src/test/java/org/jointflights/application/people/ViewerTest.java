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
        assertThat(Viewer.partyOf("AZlegal")).isEqualTo(new Party("AZ"));
        assertThat(Viewer.partyOf("ZAlegal")).isEqualTo(new Party("ZA"));
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

    @Test
    void frontex_sees_every_flight_and_the_details_of_its_own() {
        Viewer frontex = Viewer.of(Set.of("FXfinance"));

        assertThat(frontex.seesEveryFlight()).isTrue();
        assertThat(frontex.seesDetailsOf(GB)).isFalse();
        assertThat(frontex.seesDetailsOf(Party.FRONTEX)).isTrue();
        assertThat(frontex.seesDetailsOf(null)).isTrue();
        assertThat(Viewer.of(Set.of("auditor")).seesDetailsOf(GB)).isTrue();
        assertThat(Viewer.of(Set.of("FRlegal")).seesEveryFlight()).isFalse();
    }

    @Test
    void somebody_of_one_party_works_for_that_one_and_of_two_for_neither() {
        assertThat(Viewer.onlyPartyOf(List.of("FRlegal", "FRfinance", "manager")))
                .isEqualTo(FR);
        assertThat(Viewer.onlyPartyOf(List.of("FRlegal", "GBlegal"))).isNull();
        assertThat(Viewer.onlyPartyOf(List.of("manager"))).isNull();
    }

    @Test
    void a_state_has_left_once_all_of_its_parties_that_were_asked_have_withdrawn() {
        Viewer french = Viewer.of(Set.of("FRlegal"));
        Party spain = new Party("ES");

        assertThat(french.hasLeft(GB, List.of(FR, spain), List.of(FR))).isTrue();
        assertThat(french.hasLeft(GB, List.of(FR, spain), List.of(spain))).isFalse();
        assertThat(french.hasLeft(GB, List.of(spain), List.of(spain))).isFalse();
        assertThat(Viewer.of(Set.of("FRlegal", "ESlegal")).hasLeft(GB, List.of(FR, spain), List.of(FR)))
                .isFalse();
    }

    @Test
    void whoever_organises_or_sees_every_flight_never_leaves_one() {
        assertThat(Viewer.of(Set.of("FRlegal")).hasLeft(FR, List.of(FR), List.of(FR)))
                .isFalse();
        assertThat(Viewer.of(Set.of("FRlegal", "manager")).hasLeft(GB, List.of(FR), List.of(FR)))
                .isFalse();
    }

    @Test
    void managers_and_auditors_read_the_reports() {
        assertThat(Viewer.of(Set.of("manager")).readsReports()).isTrue();
        assertThat(Viewer.of(Set.of("auditor")).readsReports()).isTrue();
        assertThat(Viewer.of(Set.of("executive", "FRfinance")).readsReports()).isFalse();
    }
}
