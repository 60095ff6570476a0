package org.jointflights.web.costs;

import java.util.Locale;
import org.jointflights.application.costs.CompareEveryKey;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.MoneyText;
import org.jointflights.domain.scenario.ComparedShares;
import org.jspecify.annotations.Nullable;

/** Says what two scenarios come to as the reader's language does; the template calls it {@code say}. */
public record ScenarioWording(Locale language) {

    private static final String NOTHING = "–";

    /** “France (FR)”. */
    public String party(Party party) {
        return party.name(language) + " (" + party + ")";
    }

    /** An amount without its currency; a dash where a party does not take part. */
    public String figure(@Nullable Money amount) {
        return amount == null ? NOTHING : MoneyText.figure(amount, language);
    }

    /** The same of a difference, which has its sign. */
    public String difference(Money amount) {
        return (amount.minor() > 0 ? "+" : "") + figure(amount);
    }

    public String money(Money amount) {
        return MoneyText.format(amount, language);
    }

    /** Seats, or a dash. */
    public String seats(@Nullable Integer seats) {
        return seats == null ? NOTHING : seats.toString();
    }

    /** A key as the what-if page calls it. */
    public String key(String key) {
        return Sentence.of(key.equals(CompareEveryKey.ENTERED) ? "costs.whatIf.entered" : "costs.whatIf.key." + key)
                .in(language);
    }

    /** That a party takes part in one of the two alone. */
    public String inOne(ComparedShares.Row row) {
        String code = row.first() == null ? "scenario.compare.inSecond" : "scenario.compare.inFirst";
        return Sentence.of(code, row.party().name(language), row.difference()).in(language);
    }
}
