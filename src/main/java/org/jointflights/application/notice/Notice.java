package org.jointflights.application.notice;

import java.time.Instant;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.notice.NoticeKind;
import org.jspecify.annotations.Nullable;

/**
 * A message to the people of one group.
 *
 * @param reference the flight that it is about, or nothing where it is about the administration
 * @param recipient the group, for example {@code FRfinance}
 * @param once what makes it the same message: written a second time, it is not sent again
 * @param task the task that the group may do and that it is about, or nothing
 * @param author who wrote what it tells of, and needs no mail of it, or nothing
 * @param sent when a mail server first took it for somebody of the group, or nothing
 */
public record Notice(
        @Nullable OperationReference reference,
        String recipient,
        Sentence text,
        Instant created,
        String once,
        @Nullable String task,
        @Nullable String author,
        @Nullable Instant sent) {

    /** One that is about no task, and of which everybody in the group gets a mail. */
    public Notice(
            @Nullable OperationReference reference,
            String recipient,
            Sentence text,
            Instant created,
            String once,
            @Nullable Instant sent) {
        this(reference, recipient, text, created, once, null, null, sent);
    }

    /** Whether nobody but the group knows of it: it stands on no flight's page. */
    public boolean isConfidential() {
        return NoticeKind.isConfidential(text.code());
    }

    /** What it is the same message as, whichever group it goes to. */
    String occasion() {
        String group = "/" + recipient;
        return once.endsWith(group) ? once.substring(0, once.length() - group.length()) : once;
    }
}
