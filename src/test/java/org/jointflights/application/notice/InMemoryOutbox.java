package org.jointflights.application.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jointflights.domain.OperationReference;

public final class InMemoryOutbox implements Outbox {

    private static final int LAST = 200;

    private final Map<String, Notice> notices = new LinkedHashMap<>();
    private final Set<String> spread = new HashSet<>();

    @Override
    public void put(Notice notice) {
        notices.putIfAbsent(notice.once(), notice);
    }

    @Override
    public Optional<Notice> find(String once) {
        return Optional.ofNullable(notices.get(once));
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
    public List<Notice> unspread(int most) {
        return notices.values().stream()
                .filter(notice -> !spread.contains(notice.once()))
                .limit(most)
                .toList();
    }

    @Override
    public boolean spread(Notice notice, Instant at) {
        return spread.add(notice.once());
    }

    void sent(Notice notice, Instant at) {
        notices.computeIfPresent(
                notice.once(),
                (once, kept) -> kept.sent() == null
                        ? new Notice(
                                kept.reference(),
                                kept.recipient(),
                                kept.text(),
                                kept.created(),
                                once,
                                kept.task(),
                                kept.author(),
                                at)
                        : kept);
    }

    /** All that was ever written, the oldest first. */
    public List<Notice> all() {
        return List.copyOf(notices.values());
    }

    private List<Notice> newestFirst(Predicate<Notice> wanted) {
        List<Notice> found =
                new ArrayList<>(notices.values().stream().filter(wanted).toList());
        Collections.reverse(found);
        return List.copyOf(found);
    }
}
