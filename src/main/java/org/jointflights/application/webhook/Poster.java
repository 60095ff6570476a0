package org.jointflights.application.webhook;

import java.util.Map;
import org.jointflights.application.notice.Failure;
import org.jointflights.domain.webhook.WebhookAddress;

/** Sends to an address outside, and nowhere inside. */
public interface Poster {

    /** Throws {@link org.jointflights.domain.BadInput} if the name leads to no machine, or to one that is not outside. */
    void requireOutside(WebhookAddress address);

    /** Throws {@link NotTaken} unless the receiver has answered with a number from 200 to 299. */
    void post(WebhookAddress address, Map<String, String> headers, String body) throws NotTaken;

    /** The receiver did not take it. */
    final class NotTaken extends Exception {

        private final transient Failure failure;

        public NotTaken(Failure failure, Throwable why) {
            super(why);
            this.failure = failure;
        }

        public Failure failure() {
            return failure;
        }
    }
}
