package org.jointflights.application.scenario;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jointflights.application.costs.CostJson;
import org.jointflights.domain.scenario.Scenario;
import org.jointflights.domain.scenario.ScenarioOrigin;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody keeps, and what others share with them. */
@Service
@Transactional
public class ReadScenarios {

    /** What is opened twice on a day is written down once. */
    private static final Duration TOLD_AGAIN_AFTER = Duration.ofDays(1);

    private final Scenarios scenarios;
    private final ScenarioRights rights;
    private final Clock clock;

    ReadScenarios(Scenarios scenarios, ScenarioRights rights, Clock clock) {
        this.scenarios = scenarios;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * A scenario that somebody has opened.
     *
     * @param isOwn whether they may change it
     * @param json what goes in, as JSON
     */
    public record Opened(Scenario scenario, boolean isOwn, String json) {}

    /** All that the person keeps, by name. */
    public List<Scenarios.Line> own() {
        return scenarios.of(rights.account());
    }

    /**
     * The scenario with that address. Throws {@link org.jointflights.domain.Unknown} where there is none or it is not shared, and
     * {@link org.jointflights.domain.NotYours} for figures that the person may not look at.
     */
    public Opened open(String address) {
        Scenario scenario = rights.readable(address);
        boolean own = scenario.isOf(rights.account());
        Instant now = clock.instant();
        if (own && scenario.usedAt().isBefore(now.minus(TOLD_AGAIN_AFTER))) {
            scenarios.use(scenario.id(), now);
        }
        return new Opened(scenario, own, CostJson.write(scenario.input()));
    }

    /** Where the figures come from that were opened at that address; throws as {@link #open} does. */
    public ScenarioOrigin originOf(String address) {
        return rights.readable(address).origin();
    }
}
