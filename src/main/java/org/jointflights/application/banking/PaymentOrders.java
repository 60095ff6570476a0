package org.jointflights.application.banking;

import java.util.List;
import java.util.Map;
import org.jointflights.domain.Party;
import org.jointflights.domain.banking.EndToEnd;
import org.jointflights.domain.banking.PaymentOrder;

/** What parties were given as files for their banks. */
public interface PaymentOrders {

    /** The newest first; at most the last hundred. */
    List<PaymentOrder> of(Party party);

    /** Throws {@link org.jointflights.domain.Unknown} if there is none. */
    PaymentOrder get(long id);

    /** The order that stands, by the names of what that party pays in one. */
    Map<EndToEnd, Long> standing(Party party);

    /**
     * Keeps an order; its id is given here, and its hash is none yet. Throws {@link org.jointflights.domain.Conflict} if something of it
     * has been settled, or stands in another order, since it was read, or is of a netting that does not bind any more.
     */
    long add(PaymentOrder order);

    /** The file of an order, once. */
    void keepFile(long id, String hash, String content);

    /** As it was given out first. */
    String file(long id);

    /** Throws {@link org.jointflights.domain.Conflict} if it was withdrawn already. */
    void withdraw(long id, PaymentOrder.Withdrawn withdrawn);
}
