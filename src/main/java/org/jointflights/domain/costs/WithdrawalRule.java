package org.jointflights.domain.costs;

/** What it does to the bills when seats that were committed stay empty. */
public enum WithdrawalRule {
    /** Only who flew counts: the others pay for one party's empty seats. */
    USED,
    /** The default. The seats of the commitment date count: nobody's withdrawal changes anybody's bill. */
    COMMITTED,
    /** As committed, but a seat that another party took over is paid by that party. */
    COMMITTED_WITH_RELEASE,
    /** As committed, but a party that gives up seats is freed from part of them, the earlier the more. */
    TAPERED
}
