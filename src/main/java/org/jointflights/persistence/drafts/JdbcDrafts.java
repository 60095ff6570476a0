package org.jointflights.persistence.drafts;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jointflights.application.drafts.Drafts;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDrafts implements Drafts {

    private final JdbcClient jdbc;

    JdbcDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keepOfTask(String task, String person, String typed) {
        IntSupplier again = () -> jdbc.sql("update task_draft set typed = ? where task = ? and person = ?")
                .params(typed, task, person)
                .update();
        keep(
                again,
                () -> jdbc.sql("insert into task_draft (task, person, typed) values (?, ?, ?)")
                        .params(task, person, typed)
                        .update());
    }

    @Override
    public Optional<String> ofTask(String task, String person) {
        return find("task_draft", "task", task, person);
    }

    @Override
    public void keepOfStart(String process, String person, String typed, Instant at) {
        jdbc.sql("delete from start_draft where at < ?")
                .param(Timestamp.from(at.minus(OF_START_LASTS)))
                .update();
        keep(
                () -> jdbc.sql("update start_draft set typed = ?, at = ? where process = ? and person = ?")
                        .params(typed, Timestamp.from(at), process, person)
                        .update(),
                () -> jdbc.sql("insert into start_draft (process, person, typed, at) values (?, ?, ?, ?)")
                        .params(process, person, typed, Timestamp.from(at))
                        .update());
    }

    @Override
    public Optional<String> ofStart(String process, String person) {
        return find("start_draft", "process", process, person);
    }

    @Override
    public void forgetStart(String process, String person) {
        jdbc.sql("delete from start_draft where process = ? and person = ?")
                .params(process, person)
                .update();
    }

    /** Whether it is kept: there may be nothing left to keep it for. */
    private static boolean keep(IntSupplier again, IntSupplier first) {
        if (again.getAsInt() > 0) {
            return true;
        }
        try {
            return first.getAsInt() > 0;
        } catch (DataIntegrityViolationException twiceOrGone) {
            // Two pages of one person at the same moment; or the task was ended meanwhile.
            return again.getAsInt() > 0;
        }
    }

    private Optional<String> find(String table, String column, String of, String person) {
        return jdbc.sql("select typed from %s where %s = ? and person = ?".formatted(table, column))
                .params(of, person)
                .query(String.class)
                .optional();
    }
}
