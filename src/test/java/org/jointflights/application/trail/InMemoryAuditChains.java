package org.jointflights.application.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jointflights.domain.trail.AuditEntry;
import org.jointflights.domain.trail.AuditLog;
import org.jointflights.domain.trail.ChainEnd;
import org.jointflights.domain.trail.ChainHead;
import org.jointflights.domain.trail.ChainLink;
import org.jointflights.domain.trail.SealedArguments;

/** Chains without a database; an entry has its place once the chain is begun or goes on. */
public final class InMemoryAuditChains implements AuditChains {

    private final Map<AuditLog, List<ChainLink>> links = new EnumMap<>(AuditLog.class);
    private final List<AuditEntry> unchained = new ArrayList<>();

    /** Without a place. */
    public void write(AuditEntry entry) {
        unchained.add(entry);
    }

    @Override
    public void begin(AuditLog log) {
        if (of(log).isEmpty()) {
            unchained(log).forEach(entry -> {
                SealedArguments sealed = SealedArguments.of(entry, "[]");
                ChainHead head = end(log).head().next(entry, sealed);
                of(log).add(new ChainLink(head, entry.id(), entry, sealed));
                unchained.remove(entry);
            });
        }
    }

    @Override
    public ChainEnd end(AuditLog log) {
        ChainHead head = of(log).isEmpty()
                ? ChainHead.START
                : of(log).get(of(log).size() - 1).head();
        return new ChainEnd(head, head.number());
    }

    @Override
    public void follow(AuditLog log, long lastLink, Consumer<ChainLink> reader) {
        of(log).stream().filter(link -> link.head().number() <= lastLink).forEach(reader);
    }

    /** One at a time, so that whoever reads has to ask for the next. */
    @Override
    public List<ChainLink> after(AuditLog log, long number, long lastLink) {
        return of(log).stream()
                .filter(link -> link.head().number() > number && link.head().number() <= lastLink)
                .limit(1)
                .toList();
    }

    @Override
    public List<AuditEntry> unchained(AuditLog log) {
        return unchained.stream().filter(entry -> entry.log() == log).toList();
    }

    private List<ChainLink> of(AuditLog log) {
        return links.computeIfAbsent(log, none -> new ArrayList<>());
    }

    /** What somebody did on the first morning of a test's life, told without a gap to fill. */
    public static AuditEntry entry(AuditLog log, long id) {
        return new AuditEntry(
                log,
                id,
                null,
                Instant.parse("2027-03-01T09:00:00Z"),
                "somebody",
                null,
                null,
                null,
                "code",
                "[]",
                "5a17");
    }
}
