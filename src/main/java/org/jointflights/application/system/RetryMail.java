package org.jointflights.application.system;

import java.time.Clock;
import java.util.List;
import org.jointflights.application.notice.Mails;
import org.jointflights.application.notice.Mails.DeadMail;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.administration.LogAdministration;
import org.jointflights.application.people.administration.RequireAdministrator;
import org.jointflights.domain.Conflict;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has mails that were given up sent again; that it was asked for is told to administrators and auditors. */
@Service
@Transactional
public class RetryMail {

    /** So many are shown, and sent again at once. */
    public static final int MOST = 100;

    private final Mails mails;
    private final LogAdministration log;
    private final CurrentUser actor;
    private final Clock clock;

    RetryMail(Mails mails, LogAdministration log, CurrentUser actor, Clock clock) {
        this.mails = mails;
        this.log = log;
        this.actor = actor;
        this.clock = clock;
    }

    /** Throws {@link org.jointflights.domain.NotYours} unless an administrator asks, {@link Conflict} if somebody else was faster. */
    public void retry(String id) {
        RequireAdministrator.require(actor);
        DeadMail mail = mails.findGivenUp(id).orElseThrow(() -> Conflict.of("system.mail.notThere"));
        if (!mails.revive(id, clock.instant())) {
            throw Conflict.of("system.mail.notThere");
        }
        log.recordAbout(mail.person(), "people.mail.again", mail.person());
    }

    /** All that are shown: how many. Throws {@link org.jointflights.domain.NotYours} unless an administrator asks. */
    public int retryAll() {
        RequireAdministrator.require(actor);
        List<DeadMail> dead = mails.givenUp(MOST);
        int revived = (int) dead.stream()
                .filter(mail -> mails.revive(mail.id(), clock.instant()))
                .count();
        if (revived == 0) {
            throw Conflict.of("system.mail.notThere");
        }
        log.record("people.mail.againAll", revived);
        return revived;
    }
}
