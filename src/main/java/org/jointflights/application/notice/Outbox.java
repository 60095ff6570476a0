package org.jointflights.application.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jointflights.domain.OperationReference;

/** Notices written in the same transaction as what they tell of, and sent afterwards, so that none is lost or false. */
public interface Outbox {

    /** Keeps the notice, unless one with the same {@code once} is there. */
    void put(Notice notice);

    /** The notice of that occasion to that group, by its {@code once}. */
    Optional<Notice> find(String once);

    /** The newest first. */
    List<Notice> of(OperationReference reference);

    /** Those to any of these groups, the newest first; at most the last 200. */
    List<Notice> to(Collection<String> groups);

    /** Those that have not been spread over the people of their group, the oldest first. */
    List<Notice> unspread(int most);

    /** Says that it is spread now; false if somebody else has spread it. */
    boolean spread(Notice notice, Instant at);
}
