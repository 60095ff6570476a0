package org.jointflights.application.work;

import java.time.Clock;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.springframework.stereotype.Component;

/** Writes notices to groups. */
@Component
public class Notices {

    private final Outbox outbox;
    private final Clock clock;

    Notices(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The sentence is a key of the bundle {@code notices}; {@code once} names the occasion within the flight. */
    public void send(OperationReference reference, String group, String once, String code, Object... arguments) {
        outbox.put(new Notice(
                reference,
                group,
                Sentence.of(code, arguments),
                clock.instant(),
                reference + "/" + once + "/" + group,
                null));
    }
}
