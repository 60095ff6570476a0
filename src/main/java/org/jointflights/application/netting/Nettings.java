package org.jointflights.application.netting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jointflights.domain.netting.NetPayment;
import org.jointflights.domain.netting.Netting;
import org.jointflights.domain.settlement.Transfer;

/** All nettings, and what could come into one. */
public interface Nettings extends SignedNettings {

    /**
     * A transfer that nothing keeps out of a netting.
     *
     * @param signed when its accounts were signed by all
     * @param year of the flight's departure
     */
    record Candidate(Transfer transfer, Instant signed, int year) {}

    /** Throws {@link org.jointflights.domain.Unknown} if there is none. */
    Netting get(long id);

    /** The same, with whoever else acts on it at the same moment coming second. */
    Netting locked(long id);

    /**
     * The open transfers of flights whose accounts were signed by all on one of these days, that follow from no recovery order, stand in no
     * file for a bank and in no netting that is agreed or can still be signed today, and are between parties that can sign; by flight.
     */
    List<Candidate> candidates(LocalDate from, LocalDate to, LocalDate today);

    /** Its number. Throws {@link org.jointflights.domain.Conflict} where one of its transfers is no candidate any more. */
    long add(Netting netting);

    /** Throws {@link org.jointflights.domain.Conflict} if the party has signed before. */
    void signed(long id, Netting.Signature signature);

    /** It binds. Throws {@link org.jointflights.domain.Conflict} where one of its transfers was settled or ordered otherwise meanwhile. */
    void agreed(long id, Instant at);

    /** Throws {@link org.jointflights.domain.Conflict} where a payment of it stands in a file for a bank. */
    void ended(long id, Netting.Ended ended);

    void arrived(long payment, NetPayment.Arrived arrived);
}
