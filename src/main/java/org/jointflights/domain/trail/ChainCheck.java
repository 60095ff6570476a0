package org.jointflights.domain.trail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jointflights.domain.Sentence;

/** Goes along a chain, link by link, and notes every break; it keeps no entry, however long the chain is. */
public final class ChainCheck {

    private final AuditLog log;
    private final Collection<ChainHead> witnesses;
    private final Set<ChainHead> met = new HashSet<>();
    private final List<Sentence> faults = new ArrayList<>();
    private ChainHead last = ChainHead.START;
    private long entries;

    /**
     * @param witnesses what was written down of whichever chain
     */
    public ChainCheck(AuditLog log, Collection<ChainHead> witnesses) {
        this.log = log;
        this.witnesses = witnesses;
        meet(last);
    }

    /** The next link, by number. */
    public void follow(ChainLink link) {
        ChainHead stored = link.head();
        AuditEntry entry = link.entry();
        boolean follows = stored.number() == last.number() + 1;
        if (!follows) {
            fault("gap", last.number(), stored.number());
        }
        if (entry == null) {
            fault("gone", stored.number(), link.entryId());
        } else {
            entries++;
            // After a gap nobody can say what its hash ought to be.
            boolean placed = !follows || last.next(entry, link.arguments()).equals(stored);
            if (!placed || !link.arguments().fits(entry)) {
                fault("changed", stored.number(), entry.id(), about(entry));
            }
        }
        last = stored;
        meet(stored);
    }

    /**
     * What came out, once all links are followed.
     *
     * @param head how far the chain goes, by what is stored apart from it
     * @param unchained the entries that have no place in it
     */
    public ChainReport end(ChainHead head, List<AuditEntry> unchained) {
        if (head.number() != last.number()) {
            fault("end", head.number(), last.number());
        } else if (!head.equals(last)) {
            fault("head", head.number());
        }
        unchained.forEach(entry -> fault("unchained", entry.id(), about(entry)));
        return new ChainReport(log, entries + unchained.size(), last, met, faults);
    }

    private void meet(ChainHead here) {
        if (witnesses.contains(here)) {
            met.add(here);
        }
    }

    private void fault(String kind, Object... what) {
        List<Object> gaps = new ArrayList<>(List.of(log.words()));
        gaps.addAll(List.of(what));
        faults.add(new Sentence("verification.trail.break." + kind, gaps));
    }

    private static Sentence about(AuditEntry entry) {
        return entry.reference() == null
                ? Sentence.of("verification.trail.act", entry.actor(), entry.at())
                : Sentence.of("verification.trail.event", entry.reference(), entry.actor(), entry.at());
    }
}
