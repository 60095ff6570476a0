package org.jointflights.application.costs;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.approval.CanonicalJson;
import org.jointflights.domain.money.ExchangeRate;
import org.jointflights.domain.money.RateChanges;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the rates of a published file on record, after gaps and jumps have been looked at. */
@Service
@Transactional
public class EnterRateFile {

    private static final int SHOWN = 12;

    private final Rates rates;
    private final CurrentUser actor;
    private final Clock clock;

    EnterRateFile(Rates rates, CurrentUser actor, Clock clock) {
        this.rates = rates;
        this.actor = actor;
        this.clock = clock;
    }

    /** Whether the person signed in may put rates on record. */
    @Transactional(readOnly = true)
    public boolean mayEnter() {
        return actor.isIn(Role.MANAGER.group()) || actor.isIn(Role.FINANCE.groupOf(Party.FRONTEX));
    }

    /**
     * What was added. All of it or nothing: throws {@link BadInput} for what is no such file, a figure other than the one on record,
     * a month later than the next one, and for rates that jump unless {@code compared}; {@link NotYours} for whoever may not.
     */
    public RateChanges enter(String file, @Nullable YearMonth month, boolean compared) {
        if (!mayEnter()) {
            throw NotYours.of("costs.rates.notYours");
        }
        List<ExchangeRate> read = RateFile.read(file, month, source(file));
        YearMonth newest = YearMonth.now(clock).plusMonths(1);
        read.stream().filter(rate -> rate.month().isAfter(newest)).findFirst().ifPresent(early -> {
            throw BadInput.of("rateMonth", early.month(), "costs.rates.early", newest);
        });
        RateChanges changes =
                RateChanges.of(rates.all().stream().map(PublishedRate::rate).toList(), read);
        if (!changes.jumps().isEmpty() && !compared) {
            throw BadInput.of(
                    "compared",
                    changes.jumps().size(),
                    "costs.rates.jumps",
                    changes.jumps().stream()
                            .limit(SHOWN)
                            .map(EnterRateFile::words)
                            .collect(Collectors.joining("; ")));
        }
        changes.fresh().forEach(rate -> rates.add(new PublishedRate(rate, actor.id(), clock.instant())));
        return changes;
    }

    private static String words(RateChanges.Jump jump) {
        return jump.now().currency() + " " + jump.before().month() + " "
                + jump.before().unitsPerEuro().toPlainString() + " → "
                + jump.now().month() + " "
                + jump.now().unitsPerEuro().toPlainString() + " (" + jump.percent() + " %)";
    }

    private static String source(String file) {
        return "InforEuro, SHA-256 " + CanonicalJson.hash(file);
    }
}
