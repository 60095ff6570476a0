package org.jointflights.application.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.scenario.Scenario;
import org.jointflights.domain.scenario.ScenarioOrigin;
import org.jspecify.annotations.Nullable;

/** What people keep of what they try out. */
public interface Scenarios {

    /** A scenario in its owner's list, without its figures. */
    record Line(
            String id,
            String name,
            ScenarioOrigin origin,
            @Nullable String sharedAs,
            Instant changedAt) {}

    /** Throws {@link org.jointflights.domain.BadInput} where its owner has one of that name. */
    void add(Scenario scenario);

    /** The one with that id, or shared by that address. */
    Optional<Scenario> at(String address);

    /** All of a person's, by name. */
    List<Line> of(String person);

    /** Other figures instead of those of that version; whether it still was that version. */
    boolean change(String id, long version, CostInput input, Instant at);

    /** Throws {@link org.jointflights.domain.BadInput} where its owner has another one of that name. */
    void rename(String id, String name);

    /** The address it is shared by from now on; nothing where it no longer is. */
    void share(String id, @Nullable String address);

    /** Its owner has used it. */
    void use(String id, Instant at);

    void delete(String id);

    /** Those that nobody has used since then are deleted; how many. */
    int dropUnusedSince(Instant then);
}
