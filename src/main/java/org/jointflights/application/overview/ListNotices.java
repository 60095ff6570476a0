package org.jointflights.application.overview;

import java.util.Comparator;
import java.util.List;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.notice.Outbox;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.OperationReference;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notices, the newest first. */
@Service
@Transactional(readOnly = true)
public class ListNotices {

    /** By when they were written, which is not always the order in which they were stored. */
    private static final Comparator<Notice> NEWEST_FIRST =
            Comparator.comparing(Notice::created).reversed();

    private final CheckFlightAccess access;
    private final Outbox outbox;

    ListNotices(CheckFlightAccess access, Outbox outbox) {
        this.access = access;
        this.outbox = outbox;
    }

    /** Those to the groups of whoever is signed in. */
    public List<Notice> ofMine() {
        return outbox.to(access.viewer().groups()).stream().sorted(NEWEST_FIRST).toList();
    }

    /** Those about a flight that the viewer may read. */
    List<Notice> of(OperationReference reference, Viewer viewer) {
        return outbox.of(reference).stream()
                .filter(notice -> (viewer.all() && !notice.isConfidential())
                        || viewer.groups().contains(notice.recipient()))
                .sorted(NEWEST_FIRST)
                .toList();
    }
}
