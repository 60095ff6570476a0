package org.jointflights.application.notice;

import java.time.Clock;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes notices to groups. */
@Component
public class WriteNotices {

    private final Outbox outbox;
    private final Clock clock;

    WriteNotices(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The sentence is a key of the bundle {@code notice}; {@code once} names the occasion within the flight. */
    public void send(OperationReference reference, String group, String once, String code, Object... arguments) {
        put(reference, group, reference + "/" + once, Sentence.of(code, arguments));
    }

    /** The same to a group that may do the task. */
    public void sendOfTask(
            String task, OperationReference reference, String group, String once, String code, Object... arguments) {
        put(reference, group, reference + "/" + once, Sentence.of(code, arguments), task, null);
    }

    /** The same to a group in which somebody may have written what it tells of. */
    public void sendOfComment(
            String task,
            String author,
            OperationReference reference,
            String group,
            String once,
            String code,
            Object... arguments) {
        put(reference, group, reference + "/" + once, Sentence.of(code, arguments), task, author);
    }

    void send(OperationReference reference, Reminder.Call call) {
        put(reference, call.group(), reference + "/" + call.once(), call.text());
    }

    /** A message that is about no flight; {@code once} names the occasion among all. */
    public void tell(String group, String once, String code, Object... arguments) {
        put(null, group, once, Sentence.of(code, arguments));
    }

    private void put(@Nullable OperationReference reference, String group, String once, Sentence text) {
        put(reference, group, once, text, null, null);
    }

    private void put(
            @Nullable OperationReference reference,
            String group,
            String once,
            Sentence text,
            @Nullable String task,
            @Nullable String author) {
        outbox.put(new Notice(reference, group, text, clock.instant(), once + "/" + group, task, author, null));
    }
}
