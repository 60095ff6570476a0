package org.jointflights.application.system;

import java.time.Instant;
import java.util.List;
import org.jointflights.application.notice.Mails.DeadMail;
import org.jspecify.annotations.Nullable;

/**
 * How the application is at a moment.
 *
 * @param backup the last one; nothing if none was ever taken
 */
public record SystemState(
        Instant at,
        List<FailedStep> steps,
        List<Node> nodes,
        List<Product> products,
        List<Queue> queues,
        @Nullable Backup backup,
        boolean backupCanBeTaken,
        UndeliveredMail mail) {

    /**
     * Mails that were given up.
     *
     * @param newest as many as are shown
     */
    public record UndeliveredMail(long count, List<DeadMail> newest) {}
}
