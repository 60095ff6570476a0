package org.jointflights.application.notice;

import java.util.List;
import java.util.Locale;

/** Hands mails to a mail server. */
public interface Mailer {

    /** Throws {@link NotSent} unless the server has taken it. */
    void send(Letter letter) throws NotSent;

    /**
     * A mail as it goes out.
     *
     * @param languages in which it is written, one after the other
     * @param notices at least one, the oldest first
     */
    record Letter(Mail mail, String address, List<Locale> languages, List<Notice> notices) {}

    /** The mail server did not take it. */
    final class NotSent extends Exception {

        private final transient Failure failure;

        public NotSent(Failure failure, Throwable why) {
            super(why);
            this.failure = failure;
        }

        public Failure failure() {
            return failure;
        }
    }
}
