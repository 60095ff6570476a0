package org.jointflights.domain.banking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/**
 * Where a party is paid and pays from, since a day. What one person entered counts once another has confirmed it.
 *
 * @param name of its holder, as banks can write it
 * @param bic of its bank, empty where it is left out
 * @param from the first day on which it counts
 * @param decided who confirmed or dropped it, or nothing while it waits
 */
public record BankAccount(
        long id,
        Party party,
        String name,
        Iban iban,
        String bic,
        LocalDate from,
        String enteredBy,
        Instant enteredAt,
        @Nullable Decided decided) {

    /** For so long a new number is pointed out to whoever pays to it. */
    private static final Period NEW = Period.ofDays(60);

    /** Longer names are cut by banks. */
    private static final int LONGEST_NAME = 70;

    /** What every bank of SEPA can write. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9(+?.][A-Za-z0-9 /?:().,'+-]*");

    private static final Pattern BIC = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");

    /** Who, when, and which of the two. */
    public record Decided(String by, Instant at, boolean confirmed) {}

    /** Throws {@link BadInput} for a name that banks cannot write, and for what is no BIC. */
    public static void require(String name, String bic) {
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches() || name.contains("//")) {
            throw BadInput.of("accountName", name, "banking.name", LONGEST_NAME);
        }
        if (!bic.isEmpty() && !BIC.matcher(bic).matches()) {
            throw BadInput.of("bic", bic, "banking.bic");
        }
    }

    /** Whether it may be paid to, from its day on. */
    public boolean isConfirmed() {
        return decided != null && decided.confirmed();
    }

    /** Whether somebody still has to confirm it. */
    public boolean waits() {
        return decided == null;
    }

    /** The confirmed one that counts on that day: the one that counts since the latest day, of the same day the last confirmed. */
    public static Optional<BankAccount> on(LocalDate day, Collection<BankAccount> accounts) {
        return accounts.stream()
                .filter(account -> account.isConfirmed() && !account.from().isAfter(day))
                .max(Comparator.comparing(BankAccount::from).thenComparing(BankAccount::decidedAt));
    }

    /** Those that are confirmed and count from a later day on, the first first: whoever pays then pays to another account. */
    public static List<BankAccount> coming(LocalDate today, Collection<BankAccount> accounts) {
        return accounts.stream()
                .filter(account -> account.isComing(today))
                .sorted(Comparator.comparing(BankAccount::from).thenComparing(BankAccount::decidedAt))
                .toList();
    }

    /** Whether it is confirmed and does not count yet. */
    public boolean isComing(LocalDate today) {
        return isConfirmed() && from.isAfter(today);
    }

    /** Since when the number counts, while it is so new that whoever pays to it is told; nothing afterwards. */
    public @Nullable LocalDate newSince(LocalDate today) {
        if (decided == null) {
            return null;
        }
        LocalDate confirmed = LocalDate.ofInstant(decided.at(), ZoneOffset.UTC);
        LocalDate since = confirmed.isAfter(from) ? confirmed : from;
        return since.plus(NEW).isBefore(today) ? null : since;
    }

    private Instant decidedAt() {
        return decided == null ? enteredAt : decided.at();
    }
}
