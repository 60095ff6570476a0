package org.jointflights.persistence.scenario;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jointflights.application.costs.CostJson;
import org.jointflights.application.scenario.Scenarios;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Folded;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.scenario.Scenario;
import org.jointflights.domain.scenario.ScenarioOrigin;
import org.jointflights.persistence.Nulls;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcScenarios implements Scenarios {

    private final JdbcClient jdbc;

    JdbcScenarios(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Scenario scenario) {
        OperationReference flight = scenario.origin().flight();
        named(
                scenario.name(),
                () -> jdbc.sql("""
                        insert into scenario (id, person, name, folded, input, version, from_flight, from_match, shared_as,
                            changed_at, used_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                        .params(Nulls.list(
                                scenario.id(),
                                scenario.person(),
                                scenario.name(),
                                Folded.of(scenario.name()).text(),
                                CostJson.write(scenario.input()),
                                scenario.version(),
                                flight == null ? null : flight.value(),
                                scenario.origin().isMatch(),
                                scenario.sharedAs(),
                                Timestamp.from(scenario.changedAt()),
                                Timestamp.from(scenario.usedAt())))
                        .update());
    }

    @Override
    public Optional<Scenario> at(String address) {
        return jdbc.sql("select * from scenario where id = :address or shared_as = :address")
                .param("address", address)
                .query(JdbcScenarios::scenario)
                .optional();
    }

    @Override
    public List<Line> of(String person) {
        return jdbc.sql("""
                        select id, name, from_flight, from_match, shared_as, changed_at from scenario
                        where person = ? order by folded
                        """).param(person).query(JdbcScenarios::line).list();
    }

    @Override
    public boolean change(String id, long version, CostInput input, Instant at) {
        Timestamp now = Timestamp.from(at);
        return jdbc.sql("""
                        update scenario set input = ?, version = version + 1, changed_at = ?, used_at = ?
                        where id = ? and version = ?
                        """)
                        .params(CostJson.write(input), now, now, id, version)
                        .update()
                == 1;
    }

    @Override
    public void rename(String id, String name) {
        named(
                name,
                () -> jdbc.sql("update scenario set name = ?, folded = ? where id = ?")
                        .params(name, Folded.of(name).text(), id)
                        .update());
    }

    @Override
    public void share(String id, @Nullable String address) {
        jdbc.sql("update scenario set shared_as = ? where id = ?")
                .params(Nulls.list(address, id))
                .update();
    }

    @Override
    public void use(String id, Instant at) {
        jdbc.sql("update scenario set used_at = ? where id = ?")
                .params(Timestamp.from(at), id)
                .update();
    }

    @Override
    public void delete(String id) {
        jdbc.sql("delete from scenario where id = ?").param(id).update();
    }

    @Override
    public int dropUnusedSince(Instant then) {
        return jdbc.sql("delete from scenario where used_at < ?")
                .param(Timestamp.from(then))
                .update();
    }

    /** The table decides, also where two pages keep the same name at one moment. */
    private static void named(String name, Runnable statement) {
        try {
            statement.run();
        } catch (DuplicateKeyException taken) {
            throw BadInput.of("scenarioName", name, "scenario.taken");
        }
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getString("id"),
                row.getString("name"),
                origin(row),
                row.getString("shared_as"),
                row.getTimestamp("changed_at").toInstant());
    }

    private static Scenario scenario(ResultSet row, int number) throws SQLException {
        return new Scenario(
                row.getString("id"),
                row.getString("person"),
                row.getString("name"),
                CostJson.read(row.getString("input")),
                origin(row),
                row.getString("shared_as"),
                row.getLong("version"),
                row.getTimestamp("changed_at").toInstant(),
                row.getTimestamp("used_at").toInstant());
    }

    private static ScenarioOrigin origin(ResultSet row) throws SQLException {
        String flight = row.getString("from_flight");
        return new ScenarioOrigin(flight == null ? null : new OperationReference(flight), row.getBoolean("from_match"));
    }
}
