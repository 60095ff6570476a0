package org.jointflights.persistence.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.operation.Restraints;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.operation.Restraint;
import org.jointflights.domain.operation.Restraint.Review;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRestraints implements Restraints {

    private final JdbcClient jdbc;
    private final ReadOnce<OperationReference, List<Restraint>> known = new ReadOnce<>();

    JdbcRestraints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Restraint> of(OperationReference reference) {
        return known.get(reference, this::read);
    }

    private List<Restraint> read(OperationReference reference) {
        return jdbc.sql("""
                        select r.*, v.review, v.persons, v.reviewed_by, v.at
                        from restraint r
                        left join restraint_review v on v.reference = r.reference and v.number = r.number
                        where r.reference = ? order by r.number, v.review
                        """).param(reference.value()).query(JdbcRestraints::withReviews);
    }

    private static List<Restraint> withReviews(ResultSet rows) throws SQLException {
        List<Restraint> restraints = new ArrayList<>();
        while (rows.next()) {
            int number = rows.getInt("number");
            int last = restraints.size() - 1;
            Restraint restraint = last >= 0 && restraints.get(last).number() == number
                    ? restraints.remove(last)
                    : restraint(rows, number);
            restraints.add(withReview(restraint, rows));
        }
        return List.copyOf(restraints);
    }

    private static Restraint restraint(ResultSet row, int number) throws SQLException {
        return new Restraint(
                new OperationReference(row.getString("reference")),
                number,
                new Party(row.getString("party")),
                row.getInt("assessments"),
                row.getTimestamp("started").toInstant(),
                row.getString("recorded_by"),
                List.of());
    }

    private static Restraint withReview(Restraint restraint, ResultSet row) throws SQLException {
        List<Review> reviews = new ArrayList<>(restraint.reviews());
        if (row.getString("reviewed_by") != null) {
            reviews.add(new Review(
                    row.getInt("persons"),
                    row.getString("reviewed_by"),
                    row.getTimestamp("at").toInstant()));
        }
        return new Restraint(
                restraint.reference(),
                restraint.number(),
                restraint.party(),
                restraint.assessments(),
                restraint.started(),
                restraint.by(),
                reviews);
    }

    @Override
    public void add(Restraint restraint) {
        known.forget(restraint.reference());
        jdbc.sql("""
                        insert into restraint (reference, number, party, assessments, started, recorded_by)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        restraint.reference().value(),
                        restraint.number(),
                        restraint.party().code(),
                        restraint.assessments(),
                        Timestamp.from(restraint.started()),
                        restraint.by())
                .update();
    }

    @Override
    public void add(Restraint restraint, Review review) {
        known.forget(restraint.reference());
        jdbc.sql("""
                        insert into restraint_review (reference, number, review, persons, reviewed_by, at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        restraint.reference().value(),
                        restraint.number(),
                        restraint.reviews().size() + 1,
                        review.persons(),
                        review.by(),
                        Timestamp.from(review.at()))
                .update();
    }
}
