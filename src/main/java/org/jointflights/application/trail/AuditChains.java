package org.jointflights.application.trail;

import java.util.List;
import java.util.function.Consumer;
import org.jointflights.domain.trail.AuditEntry;
import org.jointflights.domain.trail.AuditLog;
import org.jointflights.domain.trail.ChainEnd;
import org.jointflights.domain.trail.ChainLink;

/** Every entry's place in its log's chain; whoever adds an entry gives it one as the transaction is committed. */
public interface AuditChains {

    /** Gives a place to what was written before there was a chain; does nothing where one has begun. */
    void begin(AuditLog log);

    ChainEnd end(AuditLog log);

    /** All of it up to that number, one after another: it may be longer than memory. */
    void follow(AuditLog log, long lastLink, Consumer<ChainLink> reader);

    /**
     * What follows after that number and up to the last, at most a few hundred; whoever hands them on to somebody slow keeps the
     * database waiting for nothing.
     */
    List<ChainLink> after(AuditLog log, long number, long lastLink);

    /** Entries that have no place, by id. */
    List<AuditEntry> unchained(AuditLog log);
}
