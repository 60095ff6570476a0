package org.jointflights.application.calendar;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.People;
import org.jointflights.application.people.administration.LogAdministration;
import org.jointflights.application.people.token.TokenSecret;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Unknown;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody makes and revokes secret addresses of their own calendar; to renew one is to do both. */
@Service
@Transactional
public class ManageCalendarFeeds {

    /** So many of one person work at once. */
    static final int MOST = 20;

    private static final String PREFIX = "jc_";

    private final CalendarFeeds feeds;
    private final CheckFlightAccess access;
    private final People people;
    private final CurrentUser actor;
    private final LogAdministration log;
    private final Clock clock;

    ManageCalendarFeeds(
            CalendarFeeds feeds,
            CheckFlightAccess access,
            People people,
            CurrentUser actor,
            LogAdministration log,
            Clock clock) {
        this.feeds = feeds;
        this.access = access;
        this.people = people;
        this.actor = actor;
        this.log = log;
        this.clock = clock;
    }

    /** The secret of a new address, which is told this once: of the flight of that reference, or of all where it is empty. */
    public String make(String reference) {
        OperationReference flight = reference.isBlank()
                ? null
                : access.require(new OperationReference(reference.strip())).reference();
        if (feeds.of(actor.account()).size() >= MOST) {
            throw Conflict.of("notice.calendar.tooMany", MOST);
        }
        String secret = TokenSecret.make(PREFIX);
        feeds.add(
                new CalendarFeed(0, actor.account(), flight, clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                TokenSecret.hash(secret));
        log.recordAbout(actor.account(), "people.calendar.made", people.nameOf(actor.account()), actor.account());
        return secret;
    }

    /** The person's own, in the order in which they were made. */
    @Transactional(readOnly = true)
    public List<CalendarFeed> own() {
        return feeds.of(actor.account());
    }

    /** Ends one's own. Throws {@link Unknown} for all others. */
    public void revoke(long number) {
        if (!feeds.remove(number, actor.account())) {
            throw Unknown.of("notice.calendar.unknown");
        }
        log.recordAbout(actor.account(), "people.calendar.revoked", people.nameOf(actor.account()), actor.account());
    }
}
