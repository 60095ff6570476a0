package org.jointflights.application.hours;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jointflights.domain.hours.HoursExchange;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks once more, after two weeks, those who have neither agreed to hours nor refused them; nobody waits for them in silence. */
@Service
@Transactional
public class RemindOfExchanges {

    private static final Duration PATIENCE = Duration.ofDays(14);

    private final HoursExchanges exchanges;
    private final HoursNews news;
    private final Clock clock;

    RemindOfExchanges(HoursExchanges exchanges, HoursNews news, Clock clock) {
        this.exchanges = exchanges;
        this.news = news;
        this.clock = clock;
    }

    /** Looks at all that wait; each party is told of each once, however often it looks. */
    public void tell() {
        Instant before = clock.instant().minus(PATIENCE);
        exchanges.all().stream()
                .filter(exchange -> exchange.state() == HoursExchange.State.WAITING
                        && exchange.enteredAt().isBefore(before))
                .forEach(news::waits);
    }
}
