package org.jointflights.application;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction has read and not written since, so that one act does not ask for the same row ten times. Whoever has
 * waited for a lock reads everything anew ({@link #forgetAllThatWasRead}): a stop that came meanwhile is to be seen. Outside of
 * a transaction nothing is kept.
 */
public final class ReadOnce<K, V> {

    public V get(K key, Function<K, V> read) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()
                || !TransactionSynchronizationManager.isActualTransactionActive()) {
            return read.apply(key);
        }
        Map<K, V> known = known();
        V value = known.get(key);
        if (value == null) {
            value = read.apply(key);
            known.put(key, value);
        }
        return value;
    }

    /** Was read along with something else. */
    public void remember(K key, V value) {
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.isActualTransactionActive()) {
            known().put(key, value);
        }
    }

    /** It was written: whoever asks next reads it anew. */
    public void forget(K key) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            known().remove(key);
        }
    }

    /** One of them was written, and it is not known here which. */
    public void forgetAll() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            known().clear();
        }
    }

    /**
     * Whatever this transaction has read of anything, it reads anew from now on: it may have waited for somebody else, who has
     * written meanwhile.
     */
    public static void forgetAllThatWasRead() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
                if (one instanceof ReadOnce<?, ?>.Known known) {
                    known.rows.clear();
                }
            }
        }
    }

    private Map<K, V> known() {
        @SuppressWarnings("unchecked") // nothing else is bound to this
        Known bound = (Known) TransactionSynchronizationManager.getResource(this);
        if (bound == null) {
            bound = new Known();
            TransactionSynchronizationManager.bindResource(this, bound);
            TransactionSynchronizationManager.registerSynchronization(bound);
        }
        return bound.rows;
    }

    /** Belongs to one transaction: one that is put aside for another takes it along, and it ends with its transaction. */
    private final class Known implements TransactionSynchronization {

        private final Map<K, V> rows = new HashMap<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(ReadOnce.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(ReadOnce.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(ReadOnce.this);
        }
    }
}
