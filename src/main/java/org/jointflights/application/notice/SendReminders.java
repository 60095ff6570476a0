package org.jointflights.application.notice;

import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes to those whom a reminder calls. */
@Service
@Transactional
public class SendReminders {

    private final WriteNotices notices;

    SendReminders(WriteNotices notices) {
        this.notices = notices;
    }

    public void send(Reminder reminder, OperationReference reference, @Nullable Party party) {
        reminder.calls(reference, party).forEach(call -> notices.send(reference, call));
    }
}
