package org.jointflights.persistence.trail;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jointflights.domain.trail.AuditLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives the entries that a transaction has added their places in the chains, as the last thing before it is committed:
 * whoever adds locks out all others who add from there on, and must not wait for anything else meanwhile. A transaction
 * that is given up leaves no gap.
 */
@Component
public class ChainAtCommit {

    private final JdbcAuditChains chains;

    ChainAtCommit(JdbcAuditChains chains) {
        this.chains = chains;
    }

    /** The entry of that id was added by this transaction. Throws {@link IllegalStateException} outside of one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(AuditLog log, long id) {
        added().add(log, id);
    }

    private Added added() {
        List<TransactionSynchronization> all = TransactionSynchronizationManager.getSynchronizations();
        for (TransactionSynchronization one : all) {
            if (one instanceof Added added) {
                return added;
            }
        }
        Added added = new Added();
        TransactionSynchronizationManager.registerSynchronization(added);
        return added;
    }

    /** What one transaction has added; the order of the logs is the same for all, so that no two wait for one another. */
    private final class Added implements TransactionSynchronization {

        private final Map<AuditLog, TreeSet<Long>> ids = new EnumMap<>(AuditLog.class);
        private boolean chained;

        void add(AuditLog log, long id) {
            if (chained) {
                throw new IllegalStateException("entry " + id + " comes too late to be chained");
            }
            ids.computeIfAbsent(log, none -> new TreeSet<>()).add(id);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            chained = true;
            ids.forEach(chains::append);
        }
    }
}
