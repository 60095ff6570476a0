package org.jointflights.application.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jointflights.domain.OperationReference;

/** Notices written in the same transaction as what they tell of, and sent afterwards, so that none is lost or false. */
public interface Outbox {

    /** Keeps the notice, unless one with the same {@code once} is there. */
    void put(Notice notice);

    /** The newest first. */
    List<Notice> of(OperationReference reference);

    /** Those to any of these groups, the newest first; at most the last 200. */
    List<Notice> to(Collection<String> groups);

    /** Those that no mail server has taken yet and that nobody is sending at that time, the oldest first. */
    List<Notice> due(Instant now);

    /** Keeps the notice from being due until then; false if somebody else has taken it meanwhile, or sent it. */
    boolean take(Notice notice, Instant now, Instant until);

    void sent(Notice notice, Instant at);
}
