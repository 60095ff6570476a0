package org.jointflights.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationReferenceTest {

    @Test
    void a_flight_is_named_by_year_and_number() {
        assertThat(OperationReference.of(2027, 42)).hasToString("JRO-2027-0042");
        assertThat(OperationReference.of(2027, 12_345)).hasToString("JRO-2027-12345");
        assertThat(OperationReference.named("RO-2014-012")).isEqualTo(new OperationReference("RO-2014-012"));
    }

    @Test
    void flights_are_listed_by_their_references() {
        OperationReference first = OperationReference.of(2026, 7);
        OperationReference second = OperationReference.of(2027, 1);
        OperationReference third = OperationReference.of(2027, 2);

        assertThat(List.of(third, first, second).stream().sorted()).containsExactly(first, second, third);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "J-2027-0001", "JRO-27-0001", "JRO-2027-01", "jro-2027-0001", "JRO-2027-0001 "})
    void an_address_of_another_shape_names_no_flight_and_a_field_is_told_the_shape(String typed) {
        assertThatExceptionOfType(Unknown.class)
                .isThrownBy(() -> OperationReference.named(typed))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("common.flight.unknown"));
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> new OperationReference(typed))
                .withMessage(
                        "Operation reference cannot be “" + typed + "”. A reference is two or three letters, a year"
                                + " and a number, for example JRO-2026-0042.")
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("reference"));
    }
}
