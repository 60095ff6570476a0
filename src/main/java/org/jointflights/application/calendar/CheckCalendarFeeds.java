package org.jointflights.application.calendar;

import java.util.Optional;
import org.jointflights.application.people.DelayWrongPasswords;
import org.jointflights.application.people.People;
import org.jointflights.application.people.ReservedNames;
import org.jointflights.application.people.token.TokenSecret;
import org.springframework.stereotype.Service;

/** Whose calendar a secret address opens. */
@Service
public class CheckCalendarFeeds {

    private final CalendarFeeds feeds;
    private final People people;
    private final DelayWrongPasswords wrong;

    CheckCalendarFeeds(CalendarFeeds feeds, People people, DelayWrongPasswords wrong) {
        this.feeds = feeds;
        this.people = people;
        this.wrong = wrong;
    }

    /**
     * The one that is opened from that network address; nothing for a secret that is unknown or revoked, or whose owner has no
     * account. Throws {@link org.jointflights.domain.TooOften} where the address has to wait.
     */
    public Optional<CalendarFeed> opened(String address, String secret) {
        String hash = TokenSecret.hash(secret);
        return wrong.look(
                address,
                hash,
                () -> feeds.withHash(hash)
                        .filter(feed -> !ReservedNames.contains(feed.person())
                                && people.passwordMark(feed.person()).isPresent()));
    }
}
