package org.jointflights.persistence.overview;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

class FlightRowsOnH2Test extends FlightRowsInDatabase {

    FlightRowsOnH2Test() {
        super("h2", new DriverManagerDataSource("jdbc:h2:mem:rows;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024", "sa", ""));
    }
}
