package org.jointflights.persistence.figures;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

class FiguresOnH2Test extends FiguresInDatabase {

    FiguresOnH2Test() {
        super("h2", new DriverManagerDataSource("jdbc:h2:mem:figures;DB_CLOSE_DELAY=-1", "sa", ""));
    }
}
