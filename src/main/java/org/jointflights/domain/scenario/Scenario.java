package org.jointflights.domain.scenario;

import java.time.Instant;
import org.jointflights.domain.costs.CostInput;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tries out, kept under a name: what goes in, never what came out.
 *
 * @param id its owner's address of it, which nobody guesses
 * @param person the account of its owner
 * @param name in its owner's words
 * @param sharedAs the address that others read it at; nothing while it is not shared
 * @param version how often its figures have been kept
 * @param changedAt when that was last
 * @param usedAt when its owner last kept, shared or opened it, give or take a day
 */
public record Scenario(
        String id,
        String person,
        String name,
        CostInput input,
        ScenarioOrigin origin,
        @Nullable String sharedAs,
        long version,
        Instant changedAt,
        Instant usedAt) {

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 80;

    /** Whether that account is its owner's. */
    public boolean isOf(String account) {
        return person.equals(account);
    }
}
