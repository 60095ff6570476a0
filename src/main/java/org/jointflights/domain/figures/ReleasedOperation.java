package org.jointflights.domain.figures;

import java.time.LocalDate;
import java.util.List;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A real operation as its published ledger has it.
 *
 * @param destination as published, in capitals or not
 * @param organisers codes of parties; several where it had several
 * @param returnees nobody where the source says nothing
 * @param staff aboard; nothing where the source does not say
 * @param paid by Frontex, which is not what it cost; nothing where the source names no amount
 */
public record ReleasedOperation(
        String id,
        LocalDate day,
        String destination,
        List<String> organisers,
        int returnees,
        @Nullable Integer staff,
        Money paid) {

    public ReleasedOperation {
        organisers = List.copyOf(organisers);
    }
}
