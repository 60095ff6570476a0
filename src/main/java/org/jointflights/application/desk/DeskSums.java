package org.jointflights.application.desk;

import java.util.Collection;
import java.util.List;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/** The amounts that tasks are about, of several flights at once. */
public interface DeskSums {

    /** What each of these parties bears of each flight before any grant, as last split. */
    List<Sum> shares(Collection<OperationReference> flights, Collection<Party> parties);

    /** What each flight costs in the version of its plan that is signed. */
    List<Sum> plans(Collection<OperationReference> flights);

    /** Up to how much each state gets of a fund for each flight. */
    List<Sum> ceilings(Collection<OperationReference> flights);

    /** What each flight's accounts come to for each of these parties, in each currency: above zero it gets something, below zero it pays. */
    List<Sum> balances(Collection<OperationReference> flights, Collection<Party> parties);

    /** What each of these parties has still to get of each flight by transfers that are open, in each currency. */
    List<Sum> incoming(Collection<OperationReference> flights, Collection<Party> parties);

    /** An amount of a flight, and of a party unless it is of all. */
    record Sum(OperationReference reference, @Nullable Party party, Money amount) {}
}
