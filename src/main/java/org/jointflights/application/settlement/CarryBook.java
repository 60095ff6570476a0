package org.jointflights.application.settlement;

import java.util.List;
import java.util.Optional;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.costs.CarryAccounts;
import org.jointflights.domain.settlement.FinalPosting;
import org.jointflights.domain.settlement.FinalShare;

/** What rounding has left over in all flights, and the final posting of each. */
public interface CarryBook {

    CarryAccounts accounts();

    /** The same, and nobody else gets them to post until this transaction has ended. */
    CarryAccounts lock();

    /**
     * Keeps a flight's final posting and the accounts after it. Throws {@link org.jointflights.domain.Conflict} if the
     * flight has one.
     */
    void post(FinalPosting posting, CarryAccounts after);

    Optional<FinalPosting> of(OperationReference reference);

    /** How many flights have a final posting. */
    int flights();

    /** How many of their shares are not what was signed. */
    int differing();

    /** The shares of all flights that go through no carry account, because floors and caps hold. */
    List<FinalShare> limited();
}
