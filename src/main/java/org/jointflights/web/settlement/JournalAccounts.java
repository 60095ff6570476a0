package org.jointflights.web.settlement;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.settlement.Posting;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The account numbers of the treasury that a journal is written for ({@code jointflights.journal}).
 *
 * @param clearing what is owed to the party and by it on account of joint flights, one account for the money of each fund
 * @param counter what each kind of posting is set against: bank, costs, grants
 */
@ConfigurationProperties("jointflights.journal")
record JournalAccounts(Map<Fund, String> clearing, Map<Posting.Kind, String> counter) {

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9./-]{1,20}");

    /** Throws {@link IllegalArgumentException}, so that the application does not start, for a missing or unusual number. */
    JournalAccounts {
        clearing = new EnumMap<>(clearing);
        counter = new EnumMap<>(counter);
        for (Fund fund : Fund.values()) {
            require("clearing." + fund, clearing.get(fund));
        }
        for (Posting.Kind kind : Posting.Kind.values()) {
            require("counter." + kind, counter.get(kind));
        }
    }

    /** What is debited: the clearing account of what is owed to the party, its counter-account of what the party owes. */
    String debit(Posting posting) {
        return posting.amount().minor() > 0 ? clearing(posting) : counter(posting);
    }

    /** The other one of the two. */
    String credit(Posting posting) {
        return posting.amount().minor() > 0 ? counter(posting) : clearing(posting);
    }

    private String clearing(Posting posting) {
        return Objects.requireNonNull(clearing.get(posting.fund()));
    }

    private String counter(Posting posting) {
        return Objects.requireNonNull(counter.get(posting.kind()));
    }

    private static void require(String key, @Nullable String number) {
        if (number == null || !NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException("jointflights.journal." + key + "=" + number);
        }
    }
}
