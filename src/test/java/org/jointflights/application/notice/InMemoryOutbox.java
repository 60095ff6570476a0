package org.jointflights.application.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jointflights.domain.OperationReference;

public final class InMemoryOutbox implements Outbox {

    private static final int LAST = 200;

    private final Map<String, Notice> notices = new LinkedHashMap<>();
    private final Map<String, Instant> taken = new HashMap<>();

    @Override
    public void put(Notice notice) {
        notices.putIfAbsent(notice.once(), notice);
    }

    @Override
    public List<Notice> of(OperationReference reference) {
        return newestFirst(notice -> reference.equals(notice.reference()));
    }

    @Override
    public List<Notice> to(Collection<String> groups) {
        return newestFirst(notice -> groups.contains(notice.recipient())).stream()
                .limit(LAST)
                .toList();
    }

    @Override
    public List<Notice> due(Instant now) {
        return notices.values().stream().filter(notice -> isDue(notice, now)).toList();
    }

    @Override
    public boolean take(Notice notice, Instant now, Instant until) {
        Notice kept = notices.get(notice.once());
        if (kept == null || !isDue(kept, now)) {
            return false;
        }
        taken.put(notice.once(), until);
        return true;
    }

    @Override
    public void sent(Notice notice, Instant at) {
        notices.computeIfPresent(
                notice.once(),
                (once, kept) -> new Notice(kept.reference(), kept.recipient(), kept.text(), kept.created(), once, at));
    }

    /** All that was ever written, the oldest first. */
    public List<Notice> all() {
        return List.copyOf(notices.values());
    }

    private boolean isDue(Notice notice, Instant now) {
        Instant until = taken.get(notice.once());
        return notice.sent() == null && (until == null || !now.isBefore(until));
    }

    private List<Notice> newestFirst(Predicate<Notice> wanted) {
        List<Notice> found =
                new ArrayList<>(notices.values().stream().filter(wanted).toList());
        Collections.reverse(found);
        return List.copyOf(found);
    }
}
