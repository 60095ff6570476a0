package org.jointflights.domain.recovery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Transfer;
import org.jspecify.annotations.Nullable;

/**
 * A recovery of what was paid on a claim that an auditor found wrong. The claimant is told first and may answer; then it is issued or
 * dropped, and what it posts is paid like any other transfer. Nothing of it is changed afterwards.
 *
 * @param answerBy the last day on which the claimant is waited for
 * @param transfers what is owed since it was issued
 */
public record RecoveryOrder(
        long id,
        FoundError finding,
        String announcedBy,
        Instant announcedAt,
        LocalDate answerBy,
        @Nullable Answer answer,
        @Nullable Decision decision,
        List<Transfer> transfers) {

    private static final int DAYS_TO_ANSWER = 30;
    private static final int DAYS_TO_PAY = 30;

    /** One that had nothing to post ends where the one before it did. */
    private static final Comparator<Decision> IN_ORDER = Comparator.comparingInt(Decision::firstPosting)
            .thenComparingInt(Decision::lastPosting)
            .thenComparing(Decision::at);

    public RecoveryOrder {
        transfers = List.copyOf(transfers);
    }

    /** What the claimant says to it; {@code letter} is where it is written. */
    public record Answer(boolean contested, String letter, String by, Instant at) {}

    /**
     * How it went on.
     *
     * @param letter the debit note, or where it is written why nothing is recovered
     * @param due the last day on which it is paid without interest; nothing where it was dropped
     * @param firstPosting the number of the first posting of its own; zero where it was dropped
     * @param lastPosting the last one; one below the first where nothing had to be posted
     */
    public record Decision(
            boolean issued,
            String letter,
            String by,
            Instant at,
            @Nullable LocalDate due,
            int firstPosting,
            int lastPosting) {}

    /** How far it is. */
    public enum State {
        ANNOUNCED,
        DROPPED,
        ISSUED,
        SETTLED;

        /** What people call it. */
        public Sentence words() {
            return Sentence.of("recovery.state." + name());
        }
    }

    /** One that the claimant is told of now. */
    public static RecoveryOrder announced(FoundError finding, String by, Instant now) {
        return new RecoveryOrder(0, finding, by, now, day(now).plusDays(DAYS_TO_ANSWER), null, null, List.of());
    }

    /** When what is issued then has to be paid. */
    public static LocalDate due(Instant issued) {
        return day(issued).plusDays(DAYS_TO_PAY);
    }

    public OperationReference reference() {
        return finding.reference();
    }

    public State state() {
        if (decision == null) {
            return State.ANNOUNCED;
        }
        if (!decision.issued) {
            return State.DROPPED;
        }
        return transfers.stream().anyMatch(Transfer::isOpen) ? State.ISSUED : State.SETTLED;
    }

    public boolean isIssued() {
        return decision != null && decision.issued;
    }

    /** Throws {@link Conflict} once it is decided. */
    public void requireOpen() {
        if (decision != null) {
            throw Conflict.of("recovery.decided", id, state().words());
        }
    }

    /** Throws {@link Conflict} unless the claimant has answered or its time is over. */
    public void requireHeard(Instant now) {
        if (answer == null && !day(now).isAfter(answerBy)) {
            throw Conflict.of("recovery.notHeard", id, answerBy);
        }
    }

    /** Throws {@link IllegalStateException} unless it was issued. */
    public LocalDate due() {
        if (decision == null) {
            throw new IllegalStateException("recovery order " + id + " is not issued");
        }
        return Objects.requireNonNull(decision.due);
    }

    /** The transfer of that number; throws {@link Conflict} if it is of something else. */
    public Transfer transfer(long number) {
        return transfers.stream()
                .filter(transfer -> transfer.id() == number)
                .findFirst()
                .orElseThrow(() -> Conflict.of("recovery.transfer.other", number, id));
    }

    /**
     * How much of each claim of the flight earlier orders recovered. A finding says how much of the certified amount is wrong, so that
     * a later one about the same claim recovers only what is beyond the earlier one.
     *
     * @param all of its flight
     */
    public Map<Long, Money> before(List<RecoveryOrder> all) {
        Map<Long, Money> wrong = new HashMap<>();
        for (RecoveryOrder other : all) {
            Decision later = decision;
            Decision theirs = other.decision;
            boolean earlier = theirs != null
                    && theirs.issued
                    && other.id != id
                    && (later == null || IN_ORDER.compare(theirs, later) < 0);
            if (earlier) {
                wrong.merge(
                        other.finding.claim(), other.finding.error(), (one, two) -> one.compareTo(two) < 0 ? two : one);
            }
        }
        return wrong;
    }

    /** What earlier orders recovered of the claim, where that is as much as this one would: nothing is left to it then. */
    public Optional<Money> recovered(List<RecoveryOrder> all) {
        return Optional.ofNullable(before(all).get(finding.claim()))
                .filter(recovered -> recovered.compareTo(finding.error()) >= 0);
    }

    /** What {@link #before} says, with this one. Throws {@link Conflict} if an earlier order recovered as much of the claim. */
    public Map<Long, Money> after(List<RecoveryOrder> all) {
        recovered(all).ifPresent(recovered -> {
            throw Conflict.of("recovery.recovered", recovered, finding.claim());
        });
        Map<Long, Money> wrong = before(all);
        wrong.put(finding.claim(), finding.error());
        return wrong;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
