package org.jointflights.domain.money;

import java.time.YearMonth;
import java.util.Currency;
import java.util.Locale;
import org.jointflights.domain.Sentence;

/** A conversion that has to wait until somebody enters the rate. Checked: the process has a task for it. */
public final class RateMissing extends Exception {

    private static final long serialVersionUID = 1;

    private final Currency currency;
    private final YearMonth month;

    RateMissing(Currency currency, YearMonth month) {
        super(sentence(currency, month).in(Locale.ENGLISH));
        this.currency = currency;
        this.month = month;
    }

    public Currency currency() {
        return currency;
    }

    public YearMonth month() {
        return month;
    }

    private static Sentence sentence(Currency currency, YearMonth month) {
        return Sentence.of("money.rate.missing", currency, month);
    }
}
