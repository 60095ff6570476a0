package org.jointflights.persistence.incidents;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jointflights.application.incidents.FileTexts;
import org.jointflights.domain.incidents.CaseFile;
import org.jointflights.domain.incidents.CaseFile.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A text that is erased becomes an empty one, as {@code JdbcTypedReasons} has it for the flight's own. */
@Repository
class JdbcFileTexts implements FileTexts {

    /** Tables and columns, which is also what the certificate calls them. */
    private static final Map<Kind, List<String>> TYPED = new EnumMap<>(Map.of(
            Kind.INCIDENT,
            List.of(
                    "serious_incident.report_text",
                    "serious_incident.assessment_reason",
                    "serious_incident.asked_text",
                    "serious_incident.formal_text",
                    "serious_incident.recommendation_text"),
            Kind.COMPLAINT,
            List.of("complaint.admissible_reason", "complaint.answer_text", "complaint.outcome_text")));

    private final JdbcClient jdbc;

    JdbcFileTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> erase(CaseFile file) {
        Map<String, Integer> erased = new TreeMap<>();
        for (String typed : Objects.requireNonNull(TYPED.get(file.kind()))) {
            String[] names = typed.split("\\.", -1);
            int texts = jdbc.sql(
                            "update {table} set {column} = '' where reference = ? and number = ? and {column} <> ''"
                                    .replace("{table}", names[0])
                                    .replace("{column}", names[1]))
                    .params(file.reference().value(), file.number())
                    .update();
            erased.put(typed, texts);
        }
        return erased;
    }
}
