package org.jointflights.application.notice;

import java.time.Instant;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A message to the people of one group.
 *
 * @param reference the flight that it is about, or nothing where it is about the administration
 * @param recipient the group, for example {@code FRfinance}
 * @param once what makes it the same message: written a second time, it is not sent again
 * @param sent when a mail server took it, or nothing
 */
public record Notice(
        @Nullable OperationReference reference,
        String recipient,
        Sentence text,
        Instant created,
        String once,
        @Nullable Instant sent) {

    private static final String CONFIDENTIAL = "notice.confidential.";

    /** Whether nobody but the group knows of it: it stands on no flight's page. */
    public boolean isConfidential() {
        return text.code().startsWith(CONFIDENTIAL);
    }
}
