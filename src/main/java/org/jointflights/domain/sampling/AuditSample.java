package org.jointflights.domain.sampling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jointflights.domain.money.Money;

/**
 * A sample as it was drawn.
 *
 * @param from the first day on which a claim was certified, in UTC
 * @param to the last one
 * @param population how many claims there were
 * @param total what was certified of them
 * @param hash SHA-256 of the population
 */
public record AuditSample(
        long id,
        LocalDate from,
        LocalDate to,
        int draws,
        String seed,
        int population,
        Money total,
        String hash,
        String drawnBy,
        Instant drawnAt,
        List<DrawnClaim> claims) {

    public AuditSample {
        claims = List.copyOf(claims);
    }

    /** The same under the number that it was given. */
    public AuditSample numbered(long number) {
        return new AuditSample(number, from, to, draws, seed, population, total, hash, drawnBy, drawnAt, claims);
    }

    /** Whether these claims, drawn anew, are the same ones. */
    public boolean isDrawnFrom(Population found) {
        return found.hash().equals(hash) && found.draw(seed, draws).equals(claims);
    }
}
