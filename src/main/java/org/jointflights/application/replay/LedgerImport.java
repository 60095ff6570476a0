package org.jointflights.application.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Participant;

/**
 * Turns an operation of the ledger into an input of the engine: what was paid to each party is one cost item, shared by
 * returnees among all parties of the operation.
 */
final class LedgerImport {

    /** Stands for a party that the source names by something else than a party; no state will ever have this code. */
    static final Party NOT_NAMED = new Party("ZZ");

    private LedgerImport() {}

    /**
     * The operation exactly as it was published. Throws {@link org.jointflights.domain.BadInput} for an organiser or a
     * party that is none, and for a party that is named twice.
     */
    static CostInput asPublished(LedgerOperation operation) {
        Party organiser = new Party(operation.organiser());
        List<Participant> participants = new ArrayList<>();
        boolean organiserIsNamed = false;
        for (LedgerOperation.Row row : operation.rows()) {
            participants.add(participant(new Party(row.party()), row.returnees()));
            organiserIsNamed |= row.party().equals(organiser.code());
        }
        if (!organiserIsNamed) {
            participants.add(participant(organiser, 0));
        }
        return input(operation, participants, Key.PER_RETURNEE);
    }

    /** The operation as it can be divided: {@link Oddity} says what is done to it. */
    static CostInput mended(LedgerOperation operation) {
        Map<Party, Integer> returnees = new LinkedHashMap<>();
        for (LedgerOperation.Row row : operation.rows()) {
            returnees.merge(party(row), row.returnees(), Integer::sum);
        }
        returnees.putIfAbsent(new Party(operation.organiser().split("\\+", 2)[0]), 0);
        List<Participant> participants = new ArrayList<>();
        returnees.forEach((party, heads) -> participants.add(participant(party, heads)));
        return input(operation, participants, operation.returnees() == 0 ? Key.EQUAL : Key.PER_RETURNEE);
    }

    private static CostInput input(LedgerOperation operation, List<Participant> participants, Key key) {
        Set<Party> all = new TreeSet<>();
        participants.forEach(participant -> all.add(participant.party()));
        List<CostItem> items = new ArrayList<>();
        for (LedgerOperation.Row row : operation.rows()) {
            items.add(CostItem.common(
                    items.size() + 1, row.asPublished(), CostCategory.OTHER, row.paid(), party(row), all, key));
        }
        return CostInput.of(participants, null, items);
    }

    private static Party party(LedgerOperation.Row row) {
        return row.party().equals("??") ? NOT_NAMED : new Party(row.party());
    }

    private static Participant participant(Party party, int returnees) {
        return Participant.committed(party, new Seats(returnees, 0, 0, 0, 0, 0));
    }
}
