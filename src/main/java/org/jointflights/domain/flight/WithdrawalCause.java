package org.jointflights.domain.flight;

import java.time.LocalDate;
import org.jointflights.domain.Day;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Why a state leaves a flight, from a closed list, so that withdrawals can be counted by cause when the words that went with them
 * have long been erased. It says something of the state's part as a whole, and nothing of a person. What one of them means never
 * changes, and none is ever taken away, since withdrawals that name it stay on record; whoever adds one gives the list a new day.
 */
public enum WithdrawalCause {
    /** Nobody is left to be returned: released, gone, or returned in another way. */
    NO_PEOPLE,
    /** Papers are missing, or the destination does not take the people. */
    NOT_ACCEPTED,
    /** A court or an authority stands against it, a new claim for asylum among them. */
    LEGAL,
    /** Health or vulnerability. */
    HEALTH,
    /** Escorts, a doctor or others who have to be aboard. */
    NO_STAFF,
    COST,
    /** The day, the route or the aircraft. */
    DATE_OR_AIRCRAFT,
    OTHER;

    /** Since when the list is as it is; who withdrew before there was one named no cause. */
    public static final Day LIST_OF = new Day(LocalDate.of(2026, 11, 29));

    /** For example {@code a legal decision}. */
    public Sentence words() {
        return Sentence.of("withdrawal.cause." + name());
    }

    /** With what the state says of it in its own words; alone once these are erased. */
    public Sentence with(@Nullable String inItsWords) {
        return inItsWords == null || inItsWords.isEmpty()
                ? words()
                : Sentence.of("withdrawal.why", words(), inItsWords);
    }
}
