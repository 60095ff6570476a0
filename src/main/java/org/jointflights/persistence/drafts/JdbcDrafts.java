package org.jointflights.persistence.drafts;

import java.util.Optional;
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
        keep("task_draft", "task", task, person, typed);
    }

    @Override
    public Optional<String> ofTask(String task, String person) {
        return find("task_draft", "task", task, person);
    }

    @Override
    public void keepOfStart(String process, String person, String typed) {
        keep("start_draft", "process", process, person, typed);
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

    private void keep(String table, String column, String of, String person, String typed) {
        String update = "update %s set typed = ? where %s = ? and person = ?".formatted(table, column);
        if (jdbc.sql(update).params(typed, of, person).update() > 0) {
            return;
        }
        try {
            jdbc.sql("insert into %s (%s, person, typed) values (?, ?, ?)".formatted(table, column))
                    .params(of, person, typed)
                    .update();
        } catch (DataIntegrityViolationException twiceOrGone) {
            // Two pages of one person at the same moment; or the task was ended meanwhile, and then there is nothing to
            // keep.
            jdbc.sql(update).params(typed, of, person).update();
        }
    }

    private Optional<String> find(String table, String column, String of, String person) {
        return jdbc.sql("select typed from %s where %s = ? and person = ?".formatted(table, column))
                .params(of, person)
                .query(String.class)
                .optional();
    }
}
