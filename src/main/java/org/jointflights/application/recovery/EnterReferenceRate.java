package org.jointflights.application.recovery;

import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jointflights.application.costs.EnterRateFile;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.recovery.ReferenceRate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a reference rate on record, which those may do who enter exchange rates. */
@Service
@Transactional
public class EnterReferenceRate {

    private final ReferenceRates rates;
    private final EnterRateFile others;
    private final CurrentUser actor;
    private final Clock clock;

    EnterReferenceRate(ReferenceRates rates, EnterRateFile others, CurrentUser actor, Clock clock) {
        this.rates = rates;
        this.others = others;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * The rate in force on the first day of {@code rateMonth}: {@code referenceRate} and {@code rateSource}. Throws {@link NotYours} for
     * whoever may enter no rates, {@link BadInput} for a month that has not begun or no rate, and
     * {@link org.jointflights.domain.Conflict} for a month that has one.
     */
    public void enter(TypedFields typed) {
        if (!others.mayEnter()) {
            throw NotYours.of("costs.rates.notYours");
        }
        YearMonth month = month(typed.text("rateMonth"));
        YearMonth now = YearMonth.now(clock);
        if (month.isAfter(now)) {
            throw BadInput.of("rateMonth", month, "costs.rates.early", now);
        }
        rates.add(
                new ReferenceRate(month, typed.decimal("referenceRate"), typed.shortText("rateSource", 200)),
                actor.id(),
                clock.instant());
    }

    private static YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeParseException noMonth) {
            throw BadInput.of("rateMonth", typed, "costs.rates.month");
        }
    }
}
