package org.jointflights.application.trail;

import java.util.List;
import java.util.function.Consumer;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.trail.AuditLog;
import org.jointflights.domain.trail.ChainLink;
import org.springframework.stereotype.Service;

/** Hands out whole logs with their hashes, so that others can verify them without this application. */
@Service
public class ReadChains {

    private final AuditChains chains;
    private final CurrentUser reader;

    ReadChains(AuditChains chains, CurrentUser reader) {
        this.chains = chains;
        this.reader = reader;
    }

    /** Throws {@link NotYours} unless the person signed in may read all of it. */
    public void requireReader(AuditLog log) {
        List<Role> readers = switch (log) {
            case TRAIL -> List.of(Role.MANAGER, Role.AUDITOR);
            case ADMINISTRATION -> List.of(Role.ADMINISTRATOR, Role.AUDITOR);
        };
        if (readers.stream().map(Role::group).noneMatch(reader::isIn)) {
            throw NotYours.of("verification.trail.notYours." + log);
        }
    }

    /**
     * All of it by number, one after another; between those that are read together the taker may take its time. Throws
     * {@link NotYours} as {@link #requireReader} does.
     */
    public void read(AuditLog log, Consumer<ChainLink> taker) {
        requireReader(log);
        long last = chains.end(log).lastLink();
        List<ChainLink> some = chains.after(log, 0, last);
        while (!some.isEmpty()) {
            some.forEach(taker);
            some = chains.after(log, some.get(some.size() - 1).head().number(), last);
        }
    }
}
