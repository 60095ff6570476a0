package org.jointflights.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.jointflights.process.OnPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnPostgres
class RoundTripsOnPostgresTest extends RoundTrips {

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_server_is_a_real_one() {
        assertThat(jdbc.sql("select version()").query(String.class).single()).startsWith("PostgreSQL ");
    }
}
