package org.jointflights.application.example;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jointflights.application.needs.Needs;
import org.jointflights.domain.Party;
import org.jointflights.domain.needs.Need;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What some states are assumed to expect in the months to come, while nobody has said what they do: to destinations of the
 * released operations, with head counts as those had. No state has stated any of it, and the page says so.
 */
@Component
@Profile("example")
@ConditionalOnProperty("jointflights.example-flights")
class AddExampleNeeds implements SmartLifecycle {

    private record Assumed(String party, int monthsAhead, String destination, String embarkation, int persons) {}

    /** Three matches: three states to one airport, three to two that are near, two with a long detour; and two left alone. */
    private static final List<Assumed> ASSUMED = List.of(
            new Assumed("FR", 4, "LOS", "CDG", 24),
            new Assumed("GB", 4, "LOS", "STN", 30),
            new Assumed("SE", 4, "LOS", "ARN", 10),
            new Assumed("DE", 5, "TBS", "FRA", 28),
            new Assumed("AT", 5, "TBS", "VIE", 12),
            new Assumed("FR", 5, "EVN", "CDG", 9),
            new Assumed("BE", 6, "FIH", "BRU", 14),
            new Assumed("FR", 6, "FIH", "LBG", 11),
            new Assumed("ES", 6, "BOG", "MAD", 22),
            new Assumed("GB", 7, "TIA", "STN", 40));

    private final Needs needs;
    private final TransactionOperations transaction;
    private final Clock clock;
    private boolean running;

    AddExampleNeeds(Needs needs, TransactionOperations transaction, Clock clock) {
        this.needs = needs;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        Instant now = clock.instant();
        YearMonth month = YearMonth.from(now.atZone(ZoneOffset.UTC));
        if (needs.from(month).isEmpty()) {
            transaction.executeWithoutResult(status -> ASSUMED.forEach(one -> needs.add(new Need(
                    new Party(one.party()),
                    month.plusMonths(one.monthsAhead()),
                    one.destination(),
                    one.embarkation(),
                    one.persons(),
                    Need.ASSUMED,
                    now))));
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the example flights, whose clock shows the past while they are played; before the web server opens its door. */
    @Override
    public int getPhase() {
        return 1;
    }
}
