package org.jointflights.application.replay;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** What is odd about some operations of the ledger, so that their import has to do something about it. */
public enum Oddity {
    /** Its rows are added up. */
    PARTY_REPEATED,
    /** Stands in the input as {@code ZZ}. */
    PARTY_UNKNOWN,
    /** Left open: no share depends on it. */
    NO_TYPE,
    /** Shared in equal parts, as there is nobody to count. */
    NOBODY_RETURNED,
    /** The first of them is taken for the organiser. */
    TWO_ORGANISERS,
    /** Shared as it is: zero. */
    NO_AMOUNT;

    boolean isIn(LedgerOperation operation) {
        return switch (this) {
            case PARTY_REPEATED -> {
                Set<String> named = new HashSet<>();
                yield any(operation, row -> !named.add(row.party()));
            }
            case PARTY_UNKNOWN -> any(operation, row -> row.party().equals("??"));
            case NO_TYPE -> operation.type().isEmpty();
            case NOBODY_RETURNED -> operation.returnees() == 0;
            case TWO_ORGANISERS -> operation.organiser().contains("+");
            case NO_AMOUNT -> !any(operation, row -> !row.paid().isZero());
        };
    }

    private static boolean any(LedgerOperation operation, Predicate<LedgerOperation.Row> odd) {
        for (LedgerOperation.Row row : operation.rows()) {
            if (odd.test(row)) {
                return true;
            }
        }
        return false;
    }
}
