package org.jointflights.application.notice;

import java.util.List;

/** Hands notices to a mail server. */
public interface Mailer {

    /** Throws {@link NotSent} unless the server has taken it. */
    void send(Notice notice, List<String> addresses) throws NotSent;

    /** The mail server did not take it: try again later. */
    final class NotSent extends Exception {

        public NotSent(Throwable why) {
            super(why);
        }
    }
}
