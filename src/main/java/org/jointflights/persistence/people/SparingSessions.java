package org.jointflights.persistence.people;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.system.Outages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Reads a session once a request and writes it only when it says something new: Tasklist puts the same into it at each call.
 * One whose content is not known here has ended.
 */
class SparingSessions<S extends Session> implements SessionRepository<SparingSessions.Sparing<S>> {

    private static final Logger LOG = LoggerFactory.getLogger(SparingSessions.class);

    /** By so much a session may end too early. */
    private static final Duration EXACT_ENOUGH = Duration.ofMinutes(1);

    private final SessionRepository<S> tables;
    private final SessionSecrets secrets;
    private final SessionContent content;
    private final Outages outages;

    SparingSessions(SessionRepository<S> tables, SessionSecrets secrets, SessionContent content, Outages outages) {
        this.tables = tables;
        this.secrets = secrets;
        this.content = content;
        this.outages = outages;
    }

    @Override
    public Sparing<S> createSession() {
        S stored = tables.createSession();
        Sparing<S> session = new Sparing<>(stored, secrets.drawnFor(stored.getId()), this);
        session.changed = true;
        return session;
    }

    @Override
    public void save(Sparing<S> session) {
        if (session.changed) {
            tables.save(session.stored);
            session.changed = false;
            session.used = false;
        } else if (session.used) {
            session.used = false;
            saveTime(session);
        }
    }

    /** An answer that is there is not taken back because the database has gone meanwhile. */
    private void saveTime(Sparing<S> session) {
        try {
            tables.save(session.stored);
        } catch (RuntimeException failed) {
            if (outages.behind(failed).isEmpty()) {
                throw failed;
            }
            LOG.debug("When a session was last used could not be written; it may end by so much too early.");
        }
    }

    @Override
    public @Nullable Sparing<S> findById(String secret) {
        S stored = tables.findById(SessionSecrets.stored(secret));
        if (stored == null) {
            return null;
        }
        Sparing<S> session = new Sparing<>(stored, secret, this);
        try {
            session.read();
        } catch (IOException unknown) {
            LOG.warn("A session was ended because its content is not known here: {}", unknown.getMessage());
            deleteById(secret);
            return null;
        }
        return session;
    }

    @Override
    public void deleteById(String secret) {
        tables.deleteById(SessionSecrets.stored(secret));
    }

    /** One session during one request. */
    static final class Sparing<S extends Session> implements Session {

        private final S stored;
        private final SparingSessions<S> all;
        private final Map<String, Object> content = new HashMap<>();
        private String secret;
        private boolean changed;

        /** Nothing but the time of its last use is new. */
        private boolean used;

        private Sparing(S stored, String secret, SparingSessions<S> all) {
            this.stored = stored;
            this.secret = secret;
            this.all = all;
        }

        private void read() throws IOException {
            for (String name : stored.getAttributeNames()) {
                byte[] bytes = stored.getRequiredAttribute(name);
                content.put(name, all.content.read(bytes));
            }
        }

        @Override
        public String getId() {
            return secret;
        }

        @Override
        public String changeSessionId() {
            secret = all.secrets.drawnFor(stored.changeSessionId());
            changed = true;
            return secret;
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <T> @Nullable T getAttribute(String name) {
            return (T) content.get(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return Set.copyOf(content.keySet());
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            if (value == null) {
                removeAttribute(name);
                return;
            }
            byte[] bytes = all.content.write(value);
            content.put(name, value);
            byte[] before = stored.getAttribute(name);
            if (!Arrays.equals(bytes, before)) {
                stored.setAttribute(name, bytes);
                changed = true;
            }
        }

        @Override
        public void removeAttribute(String name) {
            if (content.remove(name) != null) {
                stored.removeAttribute(name);
                changed = true;
            }
        }

        @Override
        public Instant getCreationTime() {
            return stored.getCreationTime();
        }

        @Override
        public void setLastAccessedTime(Instant at) {
            if (Duration.between(stored.getLastAccessedTime(), at).compareTo(EXACT_ENOUGH) >= 0) {
                stored.setLastAccessedTime(at);
                used = true;
            }
        }

        @Override
        public Instant getLastAccessedTime() {
            return stored.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            stored.setMaxInactiveInterval(interval);
            changed = true;
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return stored.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return stored.isExpired();
        }
    }
}
