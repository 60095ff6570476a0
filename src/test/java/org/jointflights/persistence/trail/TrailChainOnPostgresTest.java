package org.jointflights.persistence.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrailChainOnPostgresTest extends TrailChain {

    @Override
    TrailDatabase.Place place() {
        return TrailDatabase.Place.onPostgres();
    }

    @Override
    TrailDatabase.Place emptyPlace() {
        return TrailDatabase.Place.emptyOnPostgres();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "truncate trail",
                "truncate administration_log",
                "truncate chain_link",
                "truncate chain_head",
                "update chain_head set number = number - 1",
                "update chain_head set hash = repeat('a', 64)",
                "update chain_head set chain = chain || '2', number = number + 1"
            })
    void the_server_refuses_to_empty_a_log_and_to_wind_back_a_head(String change) {
        assertThatThrownBy(() -> database().sql.sql(change).update())
                .hasMessageMatching("(?s).*(is only ever added to|a chain only ever grows).*");
        assertThat(database().faults()).isEmpty();
    }
}
