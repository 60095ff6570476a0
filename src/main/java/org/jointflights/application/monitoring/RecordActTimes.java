package org.jointflights.application.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * How long completing each task and each act on a flight's page takes, from the request to the commit. Its labels are names
 * of ours, of which there are some sixty, and whether it was done, or stopped by a refusal or a failure.
 */
@Service
public class RecordActTimes {

    private static final Logger LOG = LoggerFactory.getLogger(RecordActTimes.class);

    private final MeterRegistry meters;

    public RecordActTimes(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Does it and records how long it took; what did not get as far as being known for an act of ours is not recorded. */
    public <T> T timed(Supplier<T> doing) {
        Timer.Sample sample = Timer.start(meters);
        String outcome = "stopped";
        try {
            T done = doing.get();
            outcome = "done";
            return done;
        } finally {
            record(sample, outcome);
        }
    }

    private void record(Timer.Sample sample, String outcome) {
        WorkInHand.act().ifPresent(act -> {
            long nanoseconds = sample.stop(Timer.builder("jointflights.acts")
                    .description("How long completing a task, or an act on a flight's page, takes.")
                    .tags("act", act, "outcome", outcome)
                    .serviceLevelObjectives(
                            Duration.ofMillis(100),
                            Duration.ofMillis(500),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(5))
                    .register(meters));
            LOG.debug(
                    "{} was {} after {} ms.",
                    act,
                    outcome,
                    Duration.ofNanos(nanoseconds).toMillis());
        });
    }
}
