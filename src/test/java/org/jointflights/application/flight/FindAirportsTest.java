package org.jointflights.application.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;

import java.time.ZoneId;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.flight.Airport;
import org.junit.jupiter.api.Test;

class FindAirportsTest {

    private final FindAirports airports = new FindAirports();

    @Test
    void an_airport_is_found_by_its_code_however_it_is_typed() {
        Airport lagos = new Airport("LOS", 6.57015, 3.31356, ZoneId.of("Africa/Lagos"), "NG");

        assertThat(airports.get("destinations", "LOS")).isEqualTo(lagos);
        assertThat(airports.get("destinations", " los ")).isEqualTo(lagos);
    }

    @Test
    void a_code_that_is_on_no_list_is_refused_with_the_field_it_stood_in() {
        BadInput refused = refusal(BadInput.class, "common.airport", () -> airports.get("destinations", "XYZ"));

        assertThat(refused.field()).isEqualTo("destinations");
        assertThat(refused.value()).isEqualTo("XYZ");
    }
}
