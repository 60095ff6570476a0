package org.jointflights.persistence.incidents;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.application.incidents.FileTexts;
import org.jointflights.domain.incidents.CaseFile;
import org.jointflights.domain.incidents.CaseFile.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A text that is erased becomes an empty one, as {@code JdbcTypedReasons} has it for the flight's own. */
@Repository
class JdbcFileTexts implements FileTexts {

    private record Typed(String table, List<String> columns) {}

    private static final Map<Kind, Typed> TYPED = Map.of(
            Kind.INCIDENT,
            new Typed(
                    "serious_incident",
                    List.of("report_text", "assessment_reason", "asked_text", "formal_text", "recommendation_text")));

    private final JdbcClient jdbc;

    JdbcFileTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> erase(CaseFile file) {
        Typed typed = TYPED.getOrDefault(file.kind(), new Typed("", List.of()));
        Map<String, Integer> erased = new TreeMap<>();
        for (String column : typed.columns()) {
            int texts = jdbc.sql(
                            "update {table} set {column} = '' where reference = ? and number = ? and {column} <> ''"
                                    .replace("{table}", typed.table())
                                    .replace("{column}", column))
                    .params(file.reference().value(), file.number())
                    .update();
            erased.put(typed.table() + "." + column, texts);
        }
        return erased;
    }
}
