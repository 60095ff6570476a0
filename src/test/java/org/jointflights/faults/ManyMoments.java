package org.jointflights.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jointflights.faults.Typed.Start;

/** What a kill would leave of an application that works on H2, at many moments, without killing it. */
public final class ManyMoments {

    private static final int FLIGHTS = 6;
    private static final long LONGEST = 50_000_000;

    private ManyMoments() {}

    /**
     * Flights are proposed and answered meanwhile; at each moment everything that was acknowledged before is there once, and
     * everything fits. Returns how many acts that were.
     */
    public static int assertWhole(int moments, long seed, Process process, int port, Path file, Path folder)
            throws Exception {
        Random random = new Random(seed);
        LocalDateTime departure = LocalDateTime.now(ZoneId.of("Europe/Paris")).plusDays(90);
        List<Person> people = Stream.of(Start.PROPOSAL, Start.COST_SHARING)
                .flatMap(start -> start.people().stream())
                .distinct()
                .map(name -> Person.signedIn(port, name))
                .toList();
        List<String> flights = IntStream.range(0, FLIGHTS)
                .mapToObj(number -> people.get(0).proposes(Kills.proposal("BE, GB", departure)))
                .toList();
        Workers workers = Workers.start(people, new Workers.Work(flights, Start.COST_SHARING, departure.toLocalDate()));
        try (H2AsKilled left = new H2AsKilled(folder)) {
            assertThat(workers.awaitFirst(Duration.ofMinutes(1))).isTrue();
            for (int moment = 0; moment < moments; moment++) {
                LockSupport.parkNanos(random.nextLong(LONGEST));
                var acknowledged = workers.acknowledged();
                WholeDatabase.assertWhole(left.of(process, file), acknowledged);
            }
        } finally {
            workers.stop();
        }
        return workers.awaitEnd().size();
    }
}
