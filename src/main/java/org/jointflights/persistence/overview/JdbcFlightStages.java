package org.jointflights.persistence.overview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jointflights.application.overview.FlightStages;
import org.jointflights.application.trail.SentenceJson;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFlightStages implements FlightStages {

    static final String STAGES = """
            select t.reference, t.at, t.code, coalesce(t.arguments, l.kept) as arguments
            from trail t left join chain_link l on l.chain = 'TRAIL' and l.entry = t.id
            where t.reference in (:flights) and t.code in (:codes)
            order by t.reference, t.id
            """;

    private final JdbcClient jdbc;

    JdbcFlightStages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<OperationReference, List<Reached>> of(Collection<OperationReference> flights) {
        Map<OperationReference, List<Reached>> reached = new HashMap<>();
        if (flights.isEmpty()) {
            return reached;
        }
        jdbc.sql(STAGES)
                .param(
                        "flights",
                        flights.stream().map(OperationReference::value).toList())
                .param("codes", List.of(TrailEvent.PROPOSED.code(), TrailEvent.STAGE.code()))
                .query(row -> {
                    Stage stage = stage(row.getString("code"), row.getString("arguments"));
                    if (stage != null) {
                        reached.computeIfAbsent(
                                        new OperationReference(row.getString("reference")), none -> new ArrayList<>())
                                .add(new Reached(stage, row.getTimestamp("at").toInstant()));
                    }
                });
        return reached;
    }

    private static @Nullable Stage stage(String code, String arguments) {
        if (code.equals(TrailEvent.PROPOSED.code())) {
            return Stage.PLANNING;
        }
        List<Object> words = SentenceJson.read(code, arguments).arguments();
        return words.isEmpty()
                ? null
                : Stream.of(Stage.values())
                        .filter(stage -> stage.words().equals(words.get(0)))
                        .findFirst()
                        .orElse(null);
    }
}
