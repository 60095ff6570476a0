package org.jointflights.application.replay;

import java.util.List;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One operation as the ledger has it, mistakes and gaps included.
 *
 * @param type as published; empty where the source names none
 * @param organiser a code, or several joined by {@code +}
 * @param paid the sum of the rows as it was added up again when the ledger was made
 * @param printed the sum that the source prints, where it prints one
 */
record LedgerOperation(
        String id,
        String type,
        String organiser,
        String title,
        Money paid,
        @Nullable Money printed,
        List<Row> rows) {

    LedgerOperation {
        rows = List.copyOf(rows);
    }

    /**
     * What Frontex paid to one party for it.
     *
     * @param party a code, or {@code ??} where the published name is no party's
     */
    record Row(String party, String asPublished, int returnees, Money paid) {}

    int returnees() {
        int returnees = 0;
        for (Row row : rows) {
            returnees += row.returnees();
        }
        return returnees;
    }
}
