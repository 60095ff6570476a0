package org.jointflights.application.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jointflights.domain.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReaderTest {

    private static final Instant LEFT = Instant.parse("2027-03-01T09:00:00Z");
    private static final List<Party> OF_GB = List.of(new Party("GB"));

    private final Viewer french = Viewer.of(Set.of("FRcoordinator"));

    @ParameterizedTest
    @EnumSource(Audience.class)
    void whoever_sees_everything_and_whose_it_is_are_told(Audience audience) {
        assertThat(new Reader(Viewer.of(Set.of("manager")), false, null).mayRead(audience, LEFT, OF_GB))
                .isTrue();
        assertThat(new Reader(Viewer.of(Set.of("GBdoctor")), false, LEFT).mayRead(audience, LEFT.plusSeconds(1), OF_GB))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "FLIGHT, false, 0, true",
        "FLIGHT, true, 1, false",
        "COSTS, false, 0, true",
        "COSTS, false, 1, false",
        "COSTS, true, 1, true",
        "ACCOUNTS, false, 0, false",
        "ACCOUNTS, true, 1, true",
        "PARTY, true, 0, false"
    })
    void a_state_that_has_withdrawn_is_told_what_was_before_and_what_it_pays_for(
            Audience audience, boolean readsAccounts, long secondsAfter, boolean told) {
        Reader reader = new Reader(french, readsAccounts, LEFT);

        assertThat(reader.mayRead(audience, LEFT.plusSeconds(secondsAfter), OF_GB))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "manager, true",
        "auditor, true",
        "GBdoctor, true",
        "rightsOfficer, false",
        "executive, false",
        "camunda-admin, false",
        "FRcoordinator, false",
        "FXcoordinator, false"
    })
    void what_was_tried_is_told_to_whoever_watches_over_it_and_to_whose_flight_it_is(String group, boolean told) {
        Reader reader = new Reader(Viewer.of(Set.of(group)), true, null);

        assertThat(reader.mayRead(Audience.OVERSIGHT, LEFT, OF_GB)).isEqualTo(told);
    }

    @Test
    void what_is_of_no_party_is_told_to_all_of_the_flight() {
        Reader reader = new Reader(french, false, null);

        assertThat(reader.mayRead(Audience.FLIGHT, LEFT, List.of())).isTrue();
        assertThat(reader.mayRead(Audience.PARTY, LEFT, List.of())).isFalse();
    }

    @Test
    void whoever_is_still_in_the_flight_knows_everything_of_it() {
        assertThat(new Reader(french, false, null).knewAt(LEFT)).isTrue();
        assertThat(new Reader(french, false, LEFT).knewAt(LEFT)).isTrue();
        assertThat(new Reader(french, false, LEFT).knewAt(LEFT.plusNanos(1))).isFalse();
    }
}
