package org.jointflights.application.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Deadlines;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Transfer;
import org.jspecify.annotations.Nullable;

/** All postings and transfers of all flights, by whose account they stand on. */
public interface Books {

    /** A posting with when it was made, and what its account comes to with it. */
    record Booked(OperationReference reference, Instant at, Posting posting, Money balance) {}

    /**
     * A transfer that nobody has paid or waived, with when its flight's accounts were signed.
     *
     * @param due the last day to pay it where a recovery order says so; nothing for what follows from the accounts
     */
    record Unsettled(
            Transfer transfer, Instant signed, @Nullable LocalDate due) {

        /** Until when it is to be paid: as the recovery order says, or so long after the signatures. */
        public Instant payable() {
            return due == null
                    ? Deadlines.paying(signed)
                    : due.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        /** Whether it follows from a recovery order and not from the accounts. */
        public boolean isRecovery() {
            return due != null;
        }
    }

    /** The pots that each party has postings in. */
    SortedMap<Party, Set<Ledger.Pot>> accounts();

    /** When the newest posting was made. */
    Optional<Instant> newest(Party party, Ledger.Pot pot);

    /** What the account comes to with all that was posted before that instant. */
    Money balance(Party party, Ledger.Pot pot, Instant before);

    /** What was posted from the one instant to before the other, by kind. */
    Map<Posting.Kind, Money> movements(Party party, Ledger.Pot pot, Instant from, Instant to);

    /** Postings of the same time, in the order in which they were made: so many, after so many. */
    List<Booked> entries(Party party, Ledger.Pot pot, Instant from, Instant to, int most, long after);

    /** How many there are. */
    long count(Party party, Ledger.Pot pot, Instant from, Instant to);

    /** Open transfers that the party pays or gets. */
    List<Unsettled> unsettled(Party party, Ledger.Pot pot);

    /** What is posted of flights whose shares are not finally posted. */
    Money unsigned(Party party, Ledger.Pot pot);
}
