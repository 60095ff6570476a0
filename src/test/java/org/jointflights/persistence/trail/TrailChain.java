package org.jointflights.persistence.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jointflights.domain.trail.AuditEntry;
import org.jointflights.domain.trail.AuditLog;
import org.jointflights.domain.trail.ChainHead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Four entries of a trail and one of the administrators, and what becomes of whoever tampers with them. */
abstract class TrailChain {

    private static final int THREADS = 8;
    private static final int APPENDS = 50;

    private final TrailDatabase.Place place = place();
    private TrailDatabase database;

    abstract TrailDatabase.Place place();

    /** One without our tables, if it makes a difference. */
    abstract TrailDatabase.Place emptyPlace();

    @BeforeEach
    void four_entries_in_two_transactions_and_one_of_an_administrator() {
        database = new TrailDatabase(place);
        database.happens("one", "two");
        database.happens("three", "four");
        database.administratorActs();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_nobody_touched_is_unbroken_and_has_a_head_to_write_down() {
        assertThat(database.faults()).isEmpty();
        assertThat(database.report(AuditLog.TRAIL).entries()).isEqualTo(4);
        assertThat(database.report(AuditLog.TRAIL).head()).isEqualTo(database.head(AuditLog.TRAIL));
        assertThat(database.head(AuditLog.TRAIL).number()).isEqualTo(4);
        assertThat(database.head(AuditLog.ADMINISTRATION).number()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor = 'gbfinance2'",
                "at = timestamp with time zone '2027-03-01 09:00:00.124Z'",
                "code = 'trail.permit'",
                "arguments = replace(arguments, 'two', 'tWo')",
                "arguments = arguments || ' '",
                "salt = repeat('a', 64)",
                "party = null",
                "party = actor_party, actor_party = party",
                "actor_party = 'ES'",
                "reference = 'JRO-2027-0002'"
            })
    void a_row_of_the_trail_that_was_changed_by_sql_is_named(String change) {
        database.attacks(
                "insert into flight select 'JRO-2027-0002', type, organiser, destination, departure, zone, real_date,"
                        + " capacity, stage, stage_since, suspended_for, postponed, assumed, revision from flight",
                "update trail set " + change + " where id = 2");

        assertThat(database.faults()).containsExactly("changed 2 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor = 'admin2'",
                "at = timestamp with time zone '2027-03-01 09:00:00.122Z'",
                "about = 'frfinance2'",
                "about = ''",
                "code = 'people.administration.left'",
                "arguments = '[]'",
                "salt = repeat('a', 64)"
            })
    void a_row_of_the_administration_log_that_was_changed_by_sql_is_named(String change) {
        database.attacks("update administration_log set " + change);

        assertThat(database.faults()).containsExactly("changed 1 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The middle: the row alone, its place alone, both.
                "delete from trail where id = 2 | gone 2 2",
                "delete from chain_link where entry = 2 and chain = 'TRAIL' | gap 1 3, unchained 2",
                "delete from trail where id = 2; delete from chain_link where entry = 2 and chain = 'TRAIL' | gap 1 3",
                // The last one.
                "delete from trail where id = 4 | gone 4 4",
                "delete from trail where id = 4; delete from chain_link where entry = 4 and chain = 'TRAIL' | end 4 3",
                "update chain_head set number = 3 where chain = 'TRAIL' | end 3 4",
                // The first one, and all.
                "delete from trail where id = 1; delete from chain_link where entry = 1 and chain = 'TRAIL' | gap 0 2",
                "delete from trail; delete from chain_link where chain = 'TRAIL' | end 4 0",
                "delete from chain_head where chain = 'TRAIL' | end 0 4"
            })
    void a_deletion_is_named(String deletion, String faults) {
        database.attacks(deletion.split("; "));

        assertThat(database.faults()).isEqualTo(List.of(faults.split(", ")));
    }

    @Test
    void whoever_takes_the_last_row_and_winds_the_head_back_is_found_by_what_was_written_down() {
        ChainHead yesterday = database.head(AuditLog.TRAIL);
        database.happens("five");
        assertThat(database.faults(yesterday)).isEmpty();

        database.attacks(
                "delete from trail where id in (4, 5)",
                "delete from chain_link where entry in (4, 5) and chain = 'TRAIL'",
                "update chain_head set number = 3, hash = (select hash from chain_link where chain = 'TRAIL' and number = 3)"
                        + " where chain = 'TRAIL'");

        assertThat(database.faults()).isEmpty();
        assertThat(database.faults(yesterday)).containsExactly("lost 4 " + yesterday.hash());
    }

    @Test
    void whoever_hashes_the_whole_trail_anew_is_found_by_what_was_written_down() {
        ChainHead yesterday = database.head(AuditLog.TRAIL);
        database.attacks(
                "update trail set actor = 'gbfinance2' where id = 2",
                "delete from chain_link where chain = 'TRAIL'",
                "update chain_head set number = 0, hash = repeat('0', 64) where chain = 'TRAIL'");
        database.transaction.executeWithoutResult(status -> database.chains.begin(AuditLog.TRAIL));

        assertThat(database.faults()).isEmpty();
        assertThat(database.faults(yesterday)).containsExactly("lost 4 " + yesterday.hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " | unchained 5",
                // With a place and a made-up hash; with the head moved on as well.
                "insert into chain_link values ('TRAIL', 5, 5, repeat('a', 64), '[]', repeat('a', 64)) | changed 5 5, end 4 5",
                "insert into chain_link values ('TRAIL', 5, 5, repeat('a', 64), '[]', repeat('a', 64));"
                        + " update chain_head set number = 5, hash = repeat('a', 64) where chain = 'TRAIL' | changed 5 5",
                // In between: all behind it are moved up.
                "update chain_link set number = number + 10 where chain = 'TRAIL' and number > 2;"
                        + " update chain_link set number = number - 9 where chain = 'TRAIL' and number > 2;"
                        + " insert into chain_link values ('TRAIL', 3, 5, repeat('a', 64), '[]', repeat('a', 64));"
                        + " update chain_head set number = 5 where chain = 'TRAIL' | changed 3 5, changed 4 3, changed 5 4"
            })
    void a_row_that_was_put_in_by_sql_is_named(String after, String faults) {
        database.attacks("insert into trail (reference, at, actor, code, arguments)"
                + " values ('JRO-2027-0001', current_timestamp, 'gbfinance1', 'trail.resumed', '[]')");
        if (after != null) {
            database.attacks(after.split("; ?"));
        }

        assertThat(database.faults()).isEqualTo(List.of(faults.split(", ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Two entries change places, two hashes do, what two entries say does.
                "update chain_link set entry = 99 where chain = 'TRAIL' and number = 2;"
                        + " update chain_link set entry = 2 where chain = 'TRAIL' and number = 3;"
                        + " update chain_link set entry = 3 where chain = 'TRAIL' and number = 2"
                        + " | changed 2 3, changed 3 2",
                "create table kept as select * from chain_link where chain = 'TRAIL';"
                        + " update chain_link set hash = (select hash from kept where number = 3)"
                        + " where chain = 'TRAIL' and number = 2;"
                        + " update chain_link set hash = (select hash from kept where number = 2)"
                        + " where chain = 'TRAIL' and number = 3 | changed 2 2, changed 3 3, changed 4 4",
                "create table kept as select * from trail;"
                        + " update trail set arguments = (select arguments from kept where id = 3) where id = 2;"
                        + " update trail set arguments = (select arguments from kept where id = 2) where id = 3"
                        + " | changed 2 2, changed 3 3",
                "update chain_head set hash = repeat('a', 64) where chain = 'TRAIL' | head 4"
            })
    void what_changed_places_is_named(String change, String faults) {
        database.attacks(change.split("; "));

        assertThat(database.faults()).isEqualTo(List.of(faults.split(", ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update trail set actor = 'x' where id = 2",
                "update trail set arguments = '[]' where id = 2",
                "update trail set salt = 'x' where id = 2",
                "update trail set arguments = '[]', salt = null where id = 2",
                "update trail set arguments = null where id = 2",
                "update trail set salt = null where id = 2",
                "update trail set arguments = null, salt = null, actor = 'x' where id = 2",
                "update trail set arguments = null, salt = null, party = null where id = 2",
                "update trail set arguments = null, salt = null, at = current_timestamp where id = 2",
                "delete from trail where id = 4",
                "update administration_log set actor = 'x'",
                "update administration_log set arguments = null, salt = null, about = null",
                "delete from administration_log",
                "update chain_link set hash = repeat('a', 64)",
                "delete from chain_link where number = 4",
                "delete from chain_head"
            })
    void the_database_itself_refuses_what_is_not_an_addition(String change) {
        assertThatThrownBy(() -> database.sql.sql(change).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("is only ever added to");
        assertThat(database.faults()).isEmpty();
    }

    @Test
    void what_people_typed_is_erased_with_its_salt_and_the_chain_fits_as_before() {
        List<ChainHead> yesterday = List.of(database.head(AuditLog.TRAIL), database.head(AuditLog.ADMINISTRATION));

        database.erase("trail", 2);
        database.erase("administration_log", 1);
        // Once more changes nothing.
        database.erase("trail", 2);
        database.happens("five");

        assertThat(database.faults(yesterday.toArray(ChainHead[]::new))).isEmpty();
        assertThat(database.said(Locale.ENGLISH))
                .startsWith(
                        "Comment on “Sign”: one",
                        "Comment on “(text erased)”: (text erased)",
                        "Comment on “Sign”: three");
        assertThat(database.said(Locale.FRENCH).get(1)).contains("(texte effacé)");
        assertThat(database.acts(Locale.ENGLISH)).singleElement().asString().contains("(text erased)");
        assertThat(database.everythingStored()).contains("three").doesNotContain("two");
    }

    @Test
    void after_an_erasure_a_change_of_what_is_left_is_still_named() {
        database.erase("trail", 2);

        database.attacks("update trail set actor = 'gbfinance2' where id = 2");

        assertThat(database.faults()).containsExactly("changed 2 2");
    }

    @Test
    void what_was_erased_is_not_put_back_with_another_text() {
        database.erase("trail", 2);

        assertThatThrownBy(() -> database.sql
                        .sql("update trail set arguments = '[\"Sign\",\"yes\"]', salt = 'x' where id = 2")
                        .update())
                .hasMessageContaining("is only ever added to");
        database.attacks("update trail set arguments = '[\"Sign\",\"yes\"]', salt = 'x' where id = 2");
        assertThat(database.faults()).containsExactly("changed 2 2");
    }

    @Test
    void the_database_lets_no_text_stand_without_its_salt_nor_a_salt_without_its_text() {
        assertThatThrownBy(() -> database.attacks("update trail set salt = null where id = 2"))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> database.attacks("update administration_log set arguments = null"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void every_entry_has_a_salt_of_its_own_with_more_than_128_random_bits() {
        List<String> salts = database.sql
                .sql("select salt from trail union all select salt from administration_log")
                .query(String.class)
                .list();

        assertThat(salts).hasSize(5).doesNotHaveDuplicates().allMatch(salt -> salt.matches("[0-9a-f]{64}"));
    }

    @Test
    void what_was_chained_before_texts_could_be_erased_is_chained_anew_and_can_be_erased() {
        try (TrailDatabase earlier = TrailDatabase.ofTheVersionBeforeErasure(emptyPlace())) {
            for (AuditLog log : AuditLog.values()) {
                earlier.transaction.executeWithoutResult(status -> earlier.chains.begin(log));
            }
            assertThat(earlier.head(AuditLog.TRAIL).number()).isEqualTo(2);
            assertThat(earlier.said(Locale.ENGLISH))
                    .containsExactly("Resumed the flight: one", "Resumed the flight: two");
            assertThat(earlier.sql
                            .sql("select count(distinct salt) from trail")
                            .query(Long.class)
                            .single())
                    .isEqualTo(2);

            earlier.erase("trail", 1);

            assertThat(earlier.faults()).isEmpty();
            assertThat(earlier.said(Locale.ENGLISH))
                    .containsExactly("Resumed the flight: (text erased)", "Resumed the flight: two");
        }
    }

    @Test
    void a_transaction_that_is_given_up_leaves_neither_entry_nor_gap() {
        database.transaction.executeWithoutResult(status -> {
            database.add("never");
            status.setRollbackOnly();
        });
        database.happens("five");

        assertThat(database.faults()).isEmpty();
        assertThat(database.head(AuditLog.TRAIL).number()).isEqualTo(5);
    }

    @Test
    void nothing_is_added_without_a_place() {
        assertThatThrownBy(() -> database.add("outside of a transaction"))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> database.transaction.executeWithoutResult(status -> {
                    database.add("in time");
                    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                        @Override
                        public void beforeCommit(boolean readOnly) {
                            database.add("too late");
                        }
                    });
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("comes too late to be chained");

        assertThat(database.faults()).isEmpty();
        assertThat(database.head(AuditLog.TRAIL).number()).isEqualTo(4);
    }

    @Test
    void what_was_written_before_there_were_chains_comes_first() {
        database.attacks("delete from chain_link", "update chain_head set number = 0, hash = repeat('0', 64)");
        database.happens("five");

        assertThat(database.faults()).containsExactly("unchained 1");
        assertThat(database.report(AuditLog.TRAIL).head().number()).isEqualTo(5);
        database.transaction.executeWithoutResult(status -> database.chains.begin(AuditLog.ADMINISTRATION));
        assertThat(database.faults()).isEmpty();
    }

    /** A column that is added later has to be hashed, where it is not empty, or it can be changed unseen. */
    @ParameterizedTest
    @ValueSource(strings = {"trail", "administration_log"})
    void every_column_of_a_log_is_hashed(String table) {
        List<String> columns = database.sql
                .sql("select lower(column_name) from information_schema.columns where lower(table_name) = ?"
                        + " and lower(table_schema) = lower(current_schema())")
                .param(table)
                .query(String.class)
                .list();

        assertThat(columns).isNotEmpty();
        assertThat(columns).contains("arguments", "salt");
        // These two are in the digest.
        assertThat(AuditEntry.columns())
                .containsAll(columns.stream()
                        .filter(column -> !List.of("arguments", "salt").contains(column))
                        .toList());
    }

    @Test
    void two_nodes_with_four_threads_of_fifty_appends_each_make_one_unbroken_chain() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        List<String> meanwhile = new ArrayList<>();
        try (TrailDatabase second = new TrailDatabase(place)) {
            List<Callable<Void>> nodes = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                TrailDatabase node = thread % 2 == 0 ? database : second;
                nodes.add(() -> {
                    for (int append = 0; append < APPENDS; append++) {
                        node.happens("a", "b");
                    }
                    return null;
                });
            }
            ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
            try {
                Future<?> auditor = threads.submit(() -> {
                    while (!ended.get()) {
                        meanwhile.addAll(database.faults());
                    }
                });
                for (Future<Void> node : threads.invokeAll(nodes)) {
                    node.get();
                }
                ended.set(true);
                auditor.get(20, TimeUnit.SECONDS);
            } finally {
                ended.set(true);
                threads.shutdownNow();
            }
        }

        assertThat(meanwhile).as("what an auditor saw while it grew").isEmpty();
        assertThat(database.faults()).isEmpty();
        assertThat(database.head(AuditLog.TRAIL).number()).isEqualTo(4 + 2 * THREADS * APPENDS);
    }

    @Test
    void who_waits_for_a_flight_keeps_nobody_from_adding_who_has_it() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> writesFirst = threads.submit(() -> database.transaction.executeWithoutResult(status -> {
                database.add("written before the flight is locked");
                await(both);
                await(both);
                locksFlight();
            }));
            Future<?> locksFirst = threads.submit(() -> database.transaction.executeWithoutResult(status -> {
                await(both);
                locksFlight();
                await(both);
                database.add("written after the flight is locked");
            }));
            writesFirst.get(20, TimeUnit.SECONDS);
            locksFirst.get(20, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }

        assertThat(database.faults()).isEmpty();
        assertThat(database.head(AuditLog.TRAIL).number()).isEqualTo(6);
    }

    private void locksFlight() {
        database.sql
                .sql("update flight set revision = revision + 1 where reference = ?")
                .param(TrailDatabase.FLIGHT.value())
                .update();
    }

    private static void await(CyclicBarrier both) {
        try {
            both.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    TrailDatabase database() {
        return database;
    }
}
