package org.jointflights.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class ReadOnceTest {

    private final JdbcTransactionManager transactions =
            new JdbcTransactionManager(new DriverManagerDataSource("jdbc:h2:mem:read-once"));
    private final AtomicInteger reads = new AtomicInteger();
    private final ReadOnce<String, Integer> rows = new ReadOnce<>();

    @Test
    void a_transaction_reads_a_row_once_until_it_is_written() {
        inTransaction(() -> {
            assertThat(read()).isEqualTo(1);
            assertThat(read()).isEqualTo(1);
            rows.forget("row");
            assertThat(read()).isEqualTo(2);
            assertThat(read()).isEqualTo(2);
        });
        inTransaction(() -> assertThat(read()).as("the next one reads anew").isEqualTo(3));
    }

    @Test
    void outside_of_a_transaction_everything_is_read_anew() {
        assertThat(read()).isEqualTo(1);
        assertThat(read()).isEqualTo(2);
        rows.forget("row");
    }

    @Test
    void a_transaction_within_another_has_its_own_and_leaves_the_other_what_it_had() {
        inTransaction(() -> {
            assertThat(read()).isEqualTo(1);
            TransactionTemplate another = new TransactionTemplate(transactions);
            another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            another.executeWithoutResult(status -> assertThat(read()).isEqualTo(2));
            assertThat(read()).isEqualTo(1);
        });
    }

    @Test
    void whoever_has_waited_for_a_lock_reads_everything_anew() {
        ReadOnce<String, Integer> others = new ReadOnce<>();
        inTransaction(() -> {
            assertThat(read()).isEqualTo(1);
            assertThat(others.get("row", key -> reads.incrementAndGet())).isEqualTo(2);
            ReadOnce.forgetAllThatWasRead();
            assertThat(read()).isEqualTo(3);
            assertThat(others.get("row", key -> reads.incrementAndGet())).isEqualTo(4);
            assertThat(read()).isEqualTo(3);
        });
        ReadOnce.forgetAllThatWasRead();
    }

    private void inTransaction(Runnable act) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> act.run());
    }

    private int read() {
        return rows.get("row", key -> reads.incrementAndGet());
    }
}
