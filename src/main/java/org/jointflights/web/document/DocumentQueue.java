package org.jointflights.web.document;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jointflights.domain.Busy;
import org.jointflights.domain.TooOften;
import org.springframework.stereotype.Component;

/**
 * Makes no more documents at once than the machine bears beside everybody's pages. Whoever comes later waits in line, in
 * the order of coming; the line is short enough never to hold all threads of the server.
 */
@Component
public final class DocumentQueue {

    /** A document keeps a processor busy for as long as it is made. */
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /** A quarter of the threads that the server has unless it is set otherwise. */
    private static final int LONGEST_LINE = 50;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What makes one document. */
    public interface Maker {
        /** Its bytes. */
        byte[] make() throws IOException;
    }

    private final Semaphore places;
    private final Semaphore line;
    private final Duration patience;
    private final int perPerson;
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    DocumentQueue() {
        this(PROCESSORS, Math.min(16 * PROCESSORS, LONGEST_LINE), PATIENCE, 4);
    }

    /**
     * How much there is room for.
     *
     * @param atOnce how many are made at the same time
     * @param waiting how many more wait for it
     * @param patience for how long one waits
     * @param perPerson how many one person has made or waits for
     */
    DocumentQueue(int atOnce, int waiting, Duration patience, int perPerson) {
        this.places = new Semaphore(atOnce, true);
        this.line = new Semaphore(atOnce + waiting);
        this.patience = patience;
        this.perPerson = perPerson;
    }

    /**
     * What the maker makes, once it is its turn. Throws {@link TooOften} if the person has asked for too many at once, and
     * {@link Busy} if the line is full or does not move.
     */
    public byte[] make(String person, Maker maker) throws IOException {
        if (asked.merge(person, 1, Integer::sum) > perPerson) {
            leave(person);
            throw TooOften.of(patience, "settlement.document.tooMany");
        }
        try {
            return inLine(maker);
        } finally {
            leave(person);
        }
    }

    private byte[] inLine(Maker maker) throws IOException {
        if (!line.tryAcquire()) {
            throw busy();
        }
        try {
            return atAPlace(maker);
        } finally {
            line.release();
        }
    }

    private byte[] atAPlace(Maker maker) throws IOException {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return maker.make();
        } finally {
            places.release();
        }
    }

    private void leave(String person) {
        asked.computeIfPresent(person, (name, count) -> count == 1 ? null : count - 1);
    }

    private Busy busy() {
        return Busy.of(patience, "settlement.document.busy");
    }
}
