package org.jointflights.domain.sampling;

import java.time.Instant;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor found of a claim that was drawn.
 *
 * @param error how much of the certified amount should not have been; zero where it was accepted
 * @param cause why, or nothing where it was accepted
 */
public record SampleFinding(
        long sample, long claim, Money error, @Nullable Cause cause, String by, Instant at) {

    /** Why something should not have been certified: a list, so that nobody writes about people. */
    public enum Cause {
        NO_VOUCHER,
        OTHER_AMOUNT,
        OTHER_PERIOD,
        NOT_ELIGIBLE,
        CLAIMED_TWICE,
        WRONG_RATE,
        WRONG_SHARE,
        PROCUREMENT,
        OTHER;

        /** What people call it. */
        public Sentence words() {
            return Sentence.of("sampling.cause." + name());
        }
    }

    /** Whether nothing is wrong with it. */
    public boolean accepted() {
        return cause == null;
    }
}
