package org.jointflights.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.faults.Person.Acknowledged;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must be true of a database at any moment, whatever has ended at that moment; for flights as {@link Typed} plays them. */
final class WholeDatabase {

    private static final Map<String, Set<String>> STAGES = Map.of(
            "callActivity_flightPlanning", Set.of("PLANNING"),
            "callActivity_costSharing", Set.of("COST_SHARING"),
            "callActivity_flightApproval", Set.of("APPROVAL"),
            "callActivity_flightOperation", Set.of("OPERATION", "IN_FLIGHT"),
            "callActivity_settlement", Set.of("SETTLEMENT"),
            "callActivity_monitorReport", Set.of("SETTLEMENT"),
            "callActivity_retention", Set.of("SETTLEMENT"));

    /** What may not be there twice, by table and columns. */
    private static final Map<String, String> ONCE = Map.of(
            "completed_task where task not in ('userTask_confirmGates', 'userTask_confirmBoarding', "
                    + "'userTask_answerLastCall', 'userTask_signDecisionForFrontex', 'userTask_confirmPayment')",
            "reference, task, party",
            "gate_answer",
            "reference, run, party, gate, point, stop",
            "signature",
            "reference, version, person, document",
            "statement_answer",
            "reference, version, party",
            "claim",
            "reference, claimant",
            "transfer",
            "reference, debtor, creditor",
            "contract",
            "reference",
            "operation_run",
            "reference",
            "plan_version",
            "reference",
            "cost_split",
            "reference");

    private WholeDatabase() {}

    static void assertWhole(JdbcClient database, Collection<Acknowledged> acknowledged) {
        assertThereOnce(database, acknowledged);
        ONCE.forEach((table, columns) -> assertNone(
                database,
                "doubled in " + table,
                "select " + columns.replace(", ", " || ' ' || ").replace("party", "coalesce(party, '')") + " from "
                        + table + " group by " + columns + " having count(*) > 1"));
        assertLedger(database);
        assertTokens(database);
        assertThat(database.sql("select count(*) from act_ru_job where retries_ < 1")
                        .query(Long.class)
                        .single())
                .as("steps that have given up")
                .isZero();
    }

    private static void assertThereOnce(JdbcClient database, Collection<Acknowledged> acknowledged) {
        List<Acknowledged> done = database.sql("select task_id, actor from completed_task")
                .query((row, number) -> new Acknowledged(row.getString(1), row.getString(2)))
                .list();
        assertThat(done).as("done once").doesNotHaveDuplicates();
        Set<Acknowledged> lost = new HashSet<>(acknowledged);
        lost.removeAll(Set.copyOf(done));
        assertThat(lost).as("acknowledged, and not there").isEmpty();
        assertNone(
                database,
                "done for the engine and not in the list of what was done, or the other way round",
                "select id_ from act_hi_taskinst where delete_reason_ = 'completed' "
                        + "and id_ not in (select task_id from completed_task) union all select task_id from completed_task "
                        + "where task_id not in (select id_ from act_hi_taskinst where delete_reason_ = 'completed')");
        assertNone(
                database,
                "done, and open all the same",
                "select id_ from act_ru_task where id_ in (select task_id from completed_task)");
    }

    private static void assertLedger(JdbcClient database) {
        assertNone(
                database,
                "accounts that do not sum to nothing",
                "select reference from posting group by reference, currency having sum(amount_minor) <> 0");
        assertNone(
                database,
                "balances of flights that are closed",
                "select p.reference || p.party from posting p join flight f on f.reference = p.reference "
                        + "where f.stage = 'CLOSED' group by p.reference, p.party, p.currency "
                        + "having sum(p.amount_minor) <> 0");
        assertNone(
                database,
                "shares that are not their line",
                "select s.reference from share s join budget_line l on l.reference = s.reference and l.position = s.item "
                        + "group by s.reference, s.number, s.item, l.net having sum(s.cents) <> l.net");
    }

    /** The engine's tokens stand where our tables say, each where something can move it. */
    private static void assertTokens(JdbcClient database) {
        assertNone(
                database,
                "flights without their one process, or over and with one",
                "select f.reference || ' ' || f.stage from flight f where (select count(*) from act_ru_execution e "
                        + "where e.business_key_ = f.reference and e.parent_id_ is null and e.super_exec_ is null) "
                        + "<> case when f.stage in ('CLOSED', 'CANCELLED', 'GIVEN_UP') then 0 else 1 end");
        database.sql("select f.reference, f.stage, e.act_id_ from act_ru_execution e "
                        + "join act_ru_execution called on called.super_exec_ = e.id_ "
                        + "join act_ru_execution root on root.id_ = e.proc_inst_id_ "
                        + "join flight f on f.reference = root.business_key_ where root.super_exec_ is null")
                .query((row, number) -> {
                    assertThat(STAGES.get(row.getString(3)))
                            .as("stages of %s, whose token stands in %s", row.getString(1), row.getString(3))
                            .contains(row.getString(2));
                    return number;
                })
                .list();
        assertNone(
                database,
                "tokens that nothing moves",
                "select e.act_id_ from act_ru_execution e where e.is_active_ = true "
                        + "and not exists (select 1 from act_ru_execution c where c.parent_id_ = e.id_ or c.super_exec_ = e.id_) "
                        + "and not exists (select 1 from act_ru_task t where t.execution_id_ = e.id_) "
                        + "and not exists (select 1 from act_ru_job j where j.execution_id_ = e.id_) "
                        + "and not exists (select 1 from act_ru_event_subscr s where s.execution_id_ = e.id_)");
        assertNone(
                database,
                "tasks without a flight",
                "select t.id_ from act_ru_task t where not exists (select 1 from act_ru_variable v "
                        + "join flight f on f.reference = v.text_ where v.task_id_ = t.id_ and v.name_ = 'reference')");
        assertNone(
                database,
                "tasks of which the engine or our list does not know",
                "select id_ from act_ru_task where id_ not in (select id from open_task) "
                        + "union all select id from open_task where id not in (select id_ from act_ru_task)");
    }

    private static void assertNone(JdbcClient database, String what, String sql) {
        assertThat(database.sql(sql).query(String.class).list()).as(what).isEmpty();
    }
}
