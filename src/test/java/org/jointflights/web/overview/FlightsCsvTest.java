package org.jointflights.web.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jointflights.application.overview.OverviewServices;
import org.jointflights.persistence.overview.GeneratedFlights;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class FlightsCsvTest {

    @Test
    void a_list_that_is_read_in_several_parts_is_one_file_with_every_flight_once() throws Exception {
        OverviewServices services = new OverviewServices();
        GeneratedFlights flights = new GeneratedFlights(4, 300, 703);
        flights.rows().forEach(services.rows::add);
        services.as("manager");
        MockHttpServletResponse response = new MockHttpServletResponse();

        new FlightListPage(services.list, services.uncovered)
                .file(Map.of("order", "REFERENCE"), Locale.ENGLISH, response);

        List<String> lines = response.getContentAsString().lines().toList();
        assertThat(lines.get(0)).startsWith("\uFEFFFlight,Type,");
        assertThat(lines.stream().skip(1).map(line -> line.substring(0, 13)))
                .containsExactlyElementsOf(flights.rows().stream()
                        .map(row -> row.reference().value())
                        .toList());
    }
}
