package org.jointflights.application.system;

import java.time.Clock;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.administration.LogAdministration;
import org.jointflights.application.people.administration.RequireAdministrator;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a backup of the database when an administrator asks for it. */
@Service
public class WriteBackup {

    private final Backups backups;
    private final LogAdministration log;
    private final CurrentUser actor;
    private final Clock clock;

    WriteBackup(Backups backups, LogAdministration log, CurrentUser actor, Clock clock) {
        this.backups = backups;
        this.log = log;
        this.actor = actor;
        this.clock = clock;
    }

    /** Throws {@link NotYours} unless an administrator asks, and {@link Conflict} where a command takes backups or nobody pauses. */
    @Transactional
    public Backup write() {
        RequireAdministrator.require(actor);
        if (!backups.canBeTakenHere()) {
            throw Conflict.of("system.backup.byCommand");
        }
        Backup backup = backups.take(clock.instant());
        log.record("people.administration.backupTaken", backup.file());
        return backup;
    }
}
