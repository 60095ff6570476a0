package org.jointflights.domain.costs;

import java.util.Comparator;
import java.util.List;
import org.jointflights.domain.BadInput;

/**
 * How much of its committed seats a party is freed from, by how early it gives them up. Policy of the parties; no
 * official table exists.
 */
public record Taper(List<Step> steps) {

    /** 100 % before D-14, 50 % until D-3, nothing after. */
    public static final Taper EXAMPLE = new Taper(List.of(new Step(15, 100), new Step(3, 50)));

    /** Given up at least so many days before departure, the seats count for so many per cent less. */
    public record Step(int daysBefore, int percentFreed) {

        public Step {
            if (daysBefore < 0) {
                throw BadInput.of("daysBefore", daysBefore, "costs.days");
            }
            if (percentFreed < 0 || percentFreed > 100) {
                throw BadInput.of("percentFreed", percentFreed, "costs.percent");
            }
        }
    }

    /** Throws {@link BadInput} where giving up later would free more. */
    public Taper {
        steps = steps.stream()
                .sorted(Comparator.comparingInt(Step::daysBefore).reversed())
                .toList();
        for (int i = 1; i < steps.size(); i++) {
            Step later = steps.get(i);
            if (later.percentFreed > steps.get(i - 1).percentFreed || later.daysBefore == steps.get(i - 1).daysBefore) {
                throw BadInput.of("percentFreed", later.percentFreed, "costs.taper.order", later.daysBefore);
            }
        }
    }

    int percentFreed(int daysBefore) {
        return steps.stream()
                .filter(step -> daysBefore >= step.daysBefore)
                .findFirst()
                .map(Step::percentFreed)
                .orElse(0);
    }
}
