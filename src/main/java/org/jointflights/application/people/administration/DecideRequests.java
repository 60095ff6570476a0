package org.jointflights.application.people.administration;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.People;
import org.jointflights.application.people.administration.PeopleRequest.Decided;
import org.jointflights.application.people.administration.PeopleRequest.Decision;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.PlainText;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second administrator's part: what one has asked for takes effect, or does not. */
@Service
@Transactional
public class DecideRequests {

    private static final int LONGEST_REASON = 1000;

    private final PeopleRequests requests;
    private final ApplyPeopleChange changes;
    private final PeopleLock lock;
    private final People people;
    private final LogAdministration log;
    private final CurrentUser actor;
    private final Clock clock;

    DecideRequests(
            PeopleRequests requests,
            ApplyPeopleChange changes,
            PeopleLock lock,
            People people,
            LogAdministration log,
            CurrentUser actor,
            Clock clock) {
        this.requests = requests;
        this.changes = changes;
        this.lock = lock;
        this.people = people;
        this.log = log;
        this.actor = actor;
        this.clock = clock;
    }

    /** A request as it is shown to whoever reads the page. */
    public record Waiting(PeopleRequest request, String askedBy, boolean mine, boolean aboutMe, boolean endsPassword) {

        /** True for those whom it takes to let it take effect. */
        public boolean isForMe() {
            return !mine && !aboutMe;
        }
    }

    /** What waits, the oldest first. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        RequireAdministrator.require(actor);
        return requests.undecidedSince(clock.instant().minus(PeopleRequest.LASTS)).stream()
                .map(request -> new Waiting(
                        request,
                        people.nameOf(request.askedBy()),
                        request.askedBy().equals(actor.id()),
                        request.change().person().id().equals(actor.id()),
                        changes.needsNewPassword(request.change())))
                .toList();
    }

    /** Makes the change exactly as it was asked for; {@code shown} names what the page showed. */
    public Outcome confirm(long number, String shown) {
        PeopleRequest request = open(number, shown);
        requireOther(request);
        if (!changes.isAdministrator(request.askedBy())) {
            // Otherwise one administrator would be enough.
            throw Conflict.of("people.administration.request.askerGone", people.nameOf(request.askedBy()));
        }
        changes.require(request.change());
        end(request, Decision.CONFIRMED, null);
        String password = changes.make(request.change()).orElse(null);
        record(request, "people.administration.confirmed");
        return new Outcome(request.change(), false, password);
    }

    /** Turns the request down, and says why. */
    public PeopleRequest decline(long number, String shown, String reason) {
        PeopleRequest request = open(number, shown);
        requireOther(request);
        PlainText.require("reason", reason);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw BadInput.of("reason", why, "people.text", LONGEST_REASON);
        }
        end(request, Decision.DECLINED, why);
        record(request, "people.administration.declined", why);
        return request;
    }

    /** Takes back what one has asked for oneself. */
    public PeopleRequest withdraw(long number, String shown) {
        PeopleRequest request = open(number, shown);
        if (!request.askedBy().equals(actor.id())) {
            throw NotYours.of("people.administration.request.notYours", people.nameOf(request.askedBy()));
        }
        end(request, Decision.WITHDRAWN, null);
        record(request, "people.administration.withdrawn");
        return request;
    }

    private PeopleRequest open(long number, String shown) {
        RequireAdministrator.require(actor);
        lock.take();
        changes.requireStillAdministrator(actor.id());
        PeopleRequest request =
                requests.find(number).orElseThrow(() -> Unknown.of("people.administration.request.unknown", number));
        Decided decided = request.decided();
        if (decided != null) {
            throw Conflict.of(
                    "people.administration.request.decided",
                    people.nameOf(decided.by()),
                    Sentence.of("people.administration.decision." + decided.decision()));
        }
        if (!clock.instant().isBefore(request.until())) {
            throw Conflict.of("people.administration.request.expired");
        }
        if (!request.fingerprint().equals(shown)) {
            throw Conflict.of("people.administration.request.notShown");
        }
        return request;
    }

    private void requireOther(PeopleRequest request) {
        if (request.askedBy().equals(actor.id())) {
            throw NotYours.of("people.administration.request.yours");
        }
        if (request.change().person().id().equals(actor.id())) {
            throw NotYours.of("people.administration.request.aboutYou");
        }
    }

    private void end(PeopleRequest request, Decision decision, @Nullable String reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!requests.decide(request.number(), new Decided(decision, actor.id(), now, reason))) {
            throw Conflict.of("people.administration.request.ended");
        }
    }

    private void record(PeopleRequest request, String code, Object... more) {
        Object[] gaps = new Object[more.length + 2];
        gaps[0] = request.change().sentence();
        gaps[1] = people.nameOf(request.askedBy());
        System.arraycopy(more, 0, gaps, 2, more.length);
        log.recordAbout(request.change().person().id(), code, gaps);
    }
}
