package org.jointflights.process.flight;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.overview.FlightFile;
import org.jointflights.application.overview.ReadFlightFile;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.RowsThatName;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of serious incidents and complaints share: their processes stand beside those of the flight. */
abstract class FilesCase extends FlightCase {

    @Autowired
    JdbcClient database;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService past;

    @Autowired
    ReadFlightFile read;

    OperationReference reference(Task task) {
        return new OperationReference(past.createHistoricProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey()
                .split("/", -1)[0]);
    }

    /** The one task of that id of the flight's incidents and complaints. */
    Task task(String id, OperationReference flight) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKeyLike(flight + "/%")
                .taskDefinitionKey(id)
                .singleResult();
    }

    /** Its processes have keys of their own, so that the flight's page does not show them. */
    List<String> processes(OperationReference flight) {
        return past
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKeyLike(flight + "/%")
                .processDefinitionKeyIn("seriousIncident", "complaint", "fileRetention")
                .unfinished()
                .list()
                .stream()
                .map(process -> process.getId())
                .toList();
    }

    List<Job> jobs(OperationReference flight, boolean timers) {
        List<String> running = processes(flight);
        return (timers
                        ? management.createJobQuery().timers()
                        : management.createJobQuery().messages())
                .list().stream()
                        .filter(job -> running.contains(job.getProcessInstanceId()))
                        .toList();
    }

    void runs(OperationReference flight) {
        List<Job> ready = jobs(flight, false);
        while (!ready.isEmpty()) {
            ready.forEach(job -> management.executeJob(job.getId()));
            ready = jobs(flight, false);
        }
    }

    /** Every timer that is due, the earliest first. */
    void fires(OperationReference flight) {
        Optional<Job> due = nextDue(flight);
        while (due.isPresent()) {
            management.executeJob(due.get().getId());
            runs(flight);
            due = nextDue(flight);
        }
    }

    private Optional<Job> nextDue(OperationReference flight) {
        return jobs(flight, true).stream()
                .filter(timer -> !timer.getDuedate().toInstant().isAfter(clock.instant()))
                .min(Comparator.comparing(Job::getDuedate));
    }

    List<String> told(OperationReference flight) {
        return database.sql("select recipient || ' ' || code from outbox where reference = ?")
                .param(flight.value())
                .query(String.class)
                .list();
    }

    FlightFile file(String person, OperationReference flight) {
        FlightFile[] found = new FlightFile[1];
        exampleUsers.as(person, () -> found[0] = read.file(flight));
        return found[0];
    }

    /** In how many rows of every table the word stands. */
    Map<String, Integer> rowsThatName(String word) {
        return RowsThatName.of(database, word);
    }

    void completes(String person, Task task, Map<String, Object> fields) {
        OperationReference flight = reference(task);
        users.as(person).completes(task, fields);
        runs(flight);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
