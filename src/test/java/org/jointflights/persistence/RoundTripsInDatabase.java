package org.jointflights.persistence;

import org.jointflights.process.ProcessTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same of our tables; everything is rolled back after each test. */
@ProcessTest
abstract class RoundTripsInDatabase extends RoundTrips {

    @Autowired
    JdbcClient database;

    @BeforeEach
    void nothing_is_left_over() {
        database.sql("delete from carry").update();
    }
}
