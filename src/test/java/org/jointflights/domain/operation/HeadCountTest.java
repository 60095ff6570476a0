package org.jointflights.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody is counted on board, or taken off a list, who was not on it. */
class HeadCountTest {

    private static final OperationReference REFERENCE = new OperationReference("JRO-2027-0001");
    private static final Party GB = new Party("GB");
    private static final HeadCount PEOPLE = new HeadCount(new Seats(10, 20, 1, 2, 3, 4), List.of(), null);

    @Test
    void as_many_as_are_on_the_list_may_be_taken_off_it() {
        for (int persons : new int[] {0, 1, 10}) {
            assertThatCode(() -> PEOPLE.requireTakenOff("takenOff", persons)).doesNotThrowAnyException();
        }
        for (int persons : new int[] {-1, 11}) {
            assertThatExceptionOfType(BadInput.class)
                    .isThrownBy(() -> PEOPLE.requireTakenOff("takenOff", persons))
                    .withMessageEndingWith(
                            "cannot be " + persons + ". At most 10 people are still on this state's list.")
                    .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("takenOff"));
        }
    }

    /** They stay on board at first, and leave the aircraft with everybody else of their state. */
    @Test
    void whoever_is_left_behind_after_the_last_call_is_not_counted_twice() {
        HeadCount people = new HeadCount(
                PEOPLE.committed(),
                List.of(off(GatePoint.LAST_CALL, 3), off(GatePoint.STOPOVER, 10)),
                new Boarding(REFERENCE, GB, 0, PEOPLE.committed(), "leader", Instant.EPOCH));

        assertThat(people.flown().returnees()).isZero();
        assertThat(people.expected()).isZero();
    }

    private static TakenOff off(GatePoint point, int persons) {
        return new TakenOff(REFERENCE, GB, point, 1, persons, Cause.OTHER, "why", "leader", Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource({
        "returnees, 11, 20, 1, 2, 3, 4",
        "escorts, 10, 21, 1, 2, 3, 4",
        "medical, 10, 20, 2, 2, 3, 4",
        "interpreters, 10, 20, 1, 3, 3, 4",
        "monitors, 10, 20, 1, 2, 4, 4",
        "others, 10, 20, 1, 2, 3, 5"
    })
    void of_no_kind_may_more_be_aboard_than_have_seats(String field, int r, int e, int m, int i, int o, int x) {
        assertThatCode(() -> PEOPLE.requireAboard(PEOPLE.committed())).doesNotThrowAnyException();
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> PEOPLE.requireAboard(new Seats(r, e, m, i, o, x)))
                .withMessageEndingWith("are on the list; a place that became free stays empty.")
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
