package org.jointflights.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.jointflights.process.OnPostgres;
import org.junit.jupiter.api.Test;

@OnPostgres
class RoundTripsOnPostgresTest extends RoundTripsInDatabase {

    @Test
    void the_server_is_a_real_one() {
        assertThat(database.sql("select version()").query(String.class).single())
                .startsWith("PostgreSQL ");
    }
}
