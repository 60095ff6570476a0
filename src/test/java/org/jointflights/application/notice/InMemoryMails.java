package org.jointflights.application.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class InMemoryMails implements Mails {

    private static final class Kept {
        private final Mail mail;
        private final List<Notice> notices = new ArrayList<>();
        private int attempts;
        private @Nullable Instant nextTry;
        private @Nullable Instant givenUp;
        private @Nullable Failure failure;

        private Kept(Mail mail, Instant due) {
            this.mail = mail;
            this.nextTry = due;
        }

        private boolean isDue(Instant now) {
            return nextTry != null && !nextTry.isAfter(now);
        }

        private Mail now() {
            return new Mail(mail.id(), mail.person(), mail.digestOf(), attempts);
        }
    }

    private final Map<String, Kept> all = new LinkedHashMap<>();
    private final Map<String, String> delivered = new HashMap<>();
    private final InMemoryOutbox outbox;

    public InMemoryMails(InMemoryOutbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public boolean put(Notice notice, Mail mail, Instant due) {
        Kept kept = all.computeIfAbsent(mail.id(), id -> new Kept(mail, due));
        if (mail.digestOf() != null && (kept.attempts > 0 || kept.nextTry == null)) {
            return false;
        }
        if (delivered.putIfAbsent(notice.once() + " " + mail.person(), mail.id()) == null) {
            kept.notices.add(notice);
        }
        return true;
    }

    @Override
    public List<Mail> due(Instant now, int most) {
        return all.values().stream()
                .filter(kept -> kept.isDue(now))
                .sorted(Comparator.comparing(kept -> kept.nextTry))
                .limit(most)
                .map(Kept::now)
                .toList();
    }

    @Override
    public boolean take(Mail mail, Instant now, Instant until) {
        Kept kept = all.get(mail.id());
        if (kept == null || !kept.isDue(now)) {
            return false;
        }
        kept.nextTry = until;
        kept.attempts++;
        return true;
    }

    @Override
    public List<Notice> noticesIn(Mail mail) {
        return List.copyOf(all.get(mail.id()).notices);
    }

    @Override
    public void sent(Mail mail, Instant at) {
        Kept kept = all.get(mail.id());
        kept.nextTry = null;
        kept.notices.forEach(notice -> outbox.sent(notice, at));
    }

    @Override
    public void postpone(Mail mail, Failure why, Instant until) {
        Kept kept = all.get(mail.id());
        kept.failure = why;
        kept.nextTry = until;
    }

    @Override
    public void giveUp(Mail mail, Failure why, Instant at) {
        Kept kept = all.get(mail.id());
        kept.failure = why;
        kept.givenUp = at;
        kept.nextTry = null;
    }

    @Override
    public List<DeadMail> givenUp(int most) {
        return all.values().stream()
                .filter(kept -> kept.givenUp != null && kept.failure != Failure.NOBODY)
                .sorted(Comparator.<Kept, Instant>comparing(kept -> kept.givenUp)
                        .reversed())
                .limit(most)
                .map(kept ->
                        new DeadMail(kept.mail.id(), kept.mail.person(), kept.attempts, kept.failure, kept.givenUp))
                .toList();
    }

    @Override
    public Optional<DeadMail> findGivenUp(String id) {
        return givenUp(Integer.MAX_VALUE).stream()
                .filter(mail -> mail.id().equals(id))
                .findFirst();
    }

    @Override
    public long countGivenUp() {
        return givenUp(Integer.MAX_VALUE).size();
    }

    @Override
    public boolean revive(String id, Instant now) {
        if (findGivenUp(id).isEmpty()) {
            return false;
        }
        Kept kept = all.get(id);
        kept.givenUp = null;
        kept.failure = null;
        kept.attempts = 0;
        kept.nextTry = now;
        return true;
    }
}
