package org.jointflights.domain.costs;

import java.util.List;

/**
 * The rule for seats that stay empty, and the seats that were given up after the commitment date.
 *
 * @param taper used by {@link WithdrawalRule#TAPERED} only
 */
public record Withdrawals(WithdrawalRule rule, Taper taper, List<Release> releases) {

    /** The default: what was committed counts, whatever happens later. */
    public static final Withdrawals COMMITTED = of(WithdrawalRule.COMMITTED, List.of());

    /** What was flown counts. */
    public static final Withdrawals USED = of(WithdrawalRule.USED, List.of());

    public Withdrawals {
        releases = List.copyOf(releases);
    }

    public static Withdrawals of(WithdrawalRule rule, List<Release> releases) {
        return new Withdrawals(rule, Taper.EXAMPLE, releases);
    }

    /** How many per cent of the released seats stop counting for the party that gave them up. */
    public int percentFreed(Release release) {
        return switch (rule) {
            case USED, COMMITTED -> 0;
            case COMMITTED_WITH_RELEASE -> release.reusedBy() == null ? 0 : 100;
            case TAPERED -> taper.percentFreed(release.daysBefore());
        };
    }
}
