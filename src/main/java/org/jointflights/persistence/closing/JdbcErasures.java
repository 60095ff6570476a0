package org.jointflights.persistence.closing;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.application.closing.Erasures;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.closing.ErasureCertificate;
import org.jointflights.domain.closing.RetentionTerm;
import org.jointflights.persistence.Nulls;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcErasures implements Erasures {

    private final JdbcClient jdbc;

    JdbcErasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ErasureCertificate> of(OperationReference reference) {
        Map<Integer, Map<String, Integer>> texts = new HashMap<>();
        jdbc.sql("select number, kind, texts from erased_texts where reference = ?")
                .param(reference.value())
                .query(row -> {
                    texts.computeIfAbsent(row.getInt("number"), first -> new HashMap<>())
                            .put(row.getString("kind"), row.getInt("texts"));
                });
        return jdbc.sql("select * from erasure where reference = ? order by number")
                .param(reference.value())
                .query((row, index) -> new ErasureCertificate(
                        reference,
                        row.getInt("number"),
                        row.getTimestamp("erased").toInstant(),
                        new RetentionTerm(row.getInt("days"), row.getString("rule")),
                        texts.getOrDefault(row.getInt("number"), Map.of()),
                        row.getString("of_file")))
                .list();
    }

    @Override
    public void add(ErasureCertificate certificate) {
        jdbc.sql("insert into erasure (reference, number, erased, days, rule, of_file) values (?, ?, ?, ?, ?, ?)")
                .params(Nulls.list(
                        certificate.reference().value(),
                        certificate.number(),
                        Timestamp.from(certificate.at()),
                        certificate.term().days(),
                        certificate.term().rule(),
                        certificate.file()))
                .update();
        certificate
                .texts()
                .forEach((kind, count) -> jdbc.sql(
                                "insert into erased_texts (reference, number, kind, texts) values (?, ?, ?, ?)")
                        .params(certificate.reference().value(), certificate.number(), kind, count)
                        .update());
    }
}
