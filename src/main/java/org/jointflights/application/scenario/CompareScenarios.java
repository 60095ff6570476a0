package org.jointflights.application.scenario;

import org.jointflights.application.costs.CompareEveryKey;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.TooMuch;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostShares;
import org.jointflights.domain.scenario.ComparedShares;
import org.springframework.stereotype.Service;

/** Who would bear what in two scenarios by one key. Nothing is stored. */
@Service
public class CompareScenarios {

    /** Throws {@link BadInput} for a key that is none, and {@link Conflict} where one of the two cannot be divided by it. */
    public ComparedShares of(CostInput first, CostInput second, String key) {
        CompareEveryKey.requireKey(key);
        return ComparedShares.of(
                shares(first, key, "scenario.compare.first"), shares(second, key, "scenario.compare.second"));
    }

    private static CostShares shares(CostInput input, String key, String which) {
        try {
            return CompareEveryKey.shares(input, key);
        } catch (BadInput | TooMuch refused) {
            throw Conflict.of(which, refused.asSentence());
        }
    }
}
