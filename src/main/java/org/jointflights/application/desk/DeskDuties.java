package org.jointflights.application.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/** What is open on pages of our own and is no task of a flight. */
public interface DeskDuties {

    /** Nettings that still bind nobody, one of whose parties is one of these, by number; the first to lapse first. */
    List<Long> nettings(Collection<Party> parties, LocalDate today, int most);

    /** Agreed nettings of which a payment to one of these parties has not been confirmed; the one first that was to be paid first. */
    List<Long> nettingsToConfirm(Collection<Party> parties, int most);

    /** Flying hours that one of these parties has neither agreed to nor refused, and that stand otherwise; the oldest first. */
    List<Long> hours(Collection<Party> parties, int most);

    /** Recovery orders that no claimant among these has answered and nobody has decided. */
    List<Found> recoveriesToAnswer(Collection<Party> parties, int most);

    /** Recovery orders that are answered, or were to be by that day, and that nobody has decided. */
    List<Found> recoveriesToDecide(LocalDate today, int most);

    /** Bank accounts of these parties that nobody has confirmed or turned down. */
    List<Found> bankAccounts(Collection<Party> parties, int most);

    /** Samples, each with the number of its claims that nobody has looked at; only those that have any. */
    List<Found> samples(int most);

    /** Years that somebody has asked to close and nobody has confirmed. */
    List<Found> years(int most);

    /** How many absences wait for the person to agree to. */
    int absencesToAgree(String person, Instant now);

    /** How many absences wait for an administrator other than that one. */
    int absencesToConfirm(String person, Instant now);

    /** How many requests about people were made after that moment by another administrator, not about that one, and wait. */
    int requests(String person, Instant after);

    /**
     * One of them.
     *
     * @param number by which its page is found
     * @param by the last day, or nothing
     * @param amount what it is about, or nothing
     * @param count how much of it is open
     * @param actor who has prepared it and cannot be the second
     */
    record Found(
            long number, @Nullable LocalDate by, @Nullable Money amount, int count, String actor) {}
}
