package org.jointflights.application.settlement;

import java.util.List;
import java.util.SortedMap;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.settlement.Certification;
import org.jointflights.domain.settlement.Claim;

/** What the parties claim to have paid for each flight. */
public interface Claims {

    /** All of a flight in the order in which they were entered, withdrawn ones too. */
    List<Claim> of(OperationReference reference);

    /** Throws {@link org.jointflights.domain.Unknown} if there is none. */
    Claim get(long id);

    /** Keeps a new claim; its id is given here, whatever the claim says. */
    Claim add(Claim claim);

    void converted(long id, Conversion conversion);

    /** The same of several, by their ids. */
    default void converted(SortedMap<Long, Conversion> conversions) {
        conversions.forEach(this::converted);
    }

    /** Throws {@link org.jointflights.domain.Conflict} if it was certified or withdrawn meanwhile. */
    void certified(long id, Certification certification);

    /** Throws {@link org.jointflights.domain.Conflict} if it was withdrawn already. */
    void withdrawn(long id, String why);
}
