package org.jointflights.domain.costs;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;

/** What a flight of their own would cost these parties; for a single party its stand-alone quote. */
public record Quote(Set<Party> parties, Money cost) {

    /** Throws {@link BadInput} for nobody, or a cost of zero or less. */
    public Quote {
        parties = Collections.unmodifiableSet(new TreeSet<>(parties));
        if (parties.isEmpty()) {
            throw BadInput.of("quote", cost, "costs.quote.nobody");
        }
        if (cost.minor() <= 0) {
            throw BadInput.of("quote", cost, "costs.quote.positive", Party.codes(parties));
        }
    }
}
