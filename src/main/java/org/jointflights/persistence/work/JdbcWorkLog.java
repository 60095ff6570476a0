package org.jointflights.persistence.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jointflights.application.work.TaskDone;
import org.jointflights.application.work.WorkLog;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.persistence.Nulls;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWorkLog implements WorkLog {

    private final JdbcClient jdbc;

    JdbcWorkLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(TaskDone done) {
        try {
            insert(done);
        } catch (DuplicateKeyException atTheSameMoment) {
            throw new OptimisticLockingFailureException(
                    "task " + done.taskId() + " was completed at the same moment", atTheSameMoment);
        }
    }

    private void insert(TaskDone done) {
        Party party = done.party();
        jdbc.sql("insert into completed_task (task_id, task, reference, party, actor, at) values (?, ?, ?, ?, ?, ?)")
                .params(Nulls.list(
                        done.taskId(),
                        done.task(),
                        done.reference().value(),
                        party == null ? null : party.code(),
                        done.actor(),
                        Timestamp.from(done.at())))
                .update();
    }

    @Override
    public Optional<TaskDone> whoCompleted(String taskId) {
        return jdbc.sql("select * from completed_task where task_id = ?")
                .param(taskId)
                .query(JdbcWorkLog::taskDone)
                .optional();
    }

    @Override
    public List<TaskDone> of(OperationReference reference) {
        return jdbc.sql("select * from completed_task where reference = ? order by at, task_id")
                .param(reference.value())
                .query(JdbcWorkLog::taskDone)
                .list();
    }

    private static TaskDone taskDone(ResultSet row, int number) throws SQLException {
        String party = row.getString("party");
        return new TaskDone(
                row.getString("task_id"),
                row.getString("task"),
                new OperationReference(row.getString("reference")),
                party == null ? null : new Party(party),
                row.getString("actor"),
                row.getTimestamp("at").toInstant());
    }
}
