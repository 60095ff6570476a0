package org.jointflights.domain.costs;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jspecify.annotations.Nullable;

/**
 * What each participant weighs once the withdrawal rule has been applied to its seats, in the order of the participants.
 * Counted in hundredths where a taper frees parts of seats, otherwise in whole heads and seats.
 */
final class Weights {

    private static final int HUNDREDTHS = 100;

    /** What counts where the rule leaves nothing; none under the rule committed itself. */
    private final @Nullable Weights committed;

    private final Map<Measure, long[]> weights = new EnumMap<>(Measure.class);

    Weights(List<Participant> participants, Withdrawals withdrawals) {
        requireSeats(participants, withdrawals.releases());
        committed = withdrawals.rule() == WithdrawalRule.COMMITTED
                ? null
                : new Weights(participants, Withdrawals.COMMITTED);
        for (Measure measure : Measure.values()) {
            weights.put(measure, weigh(participants, withdrawals, measure));
        }
    }

    long[] by(Measure measure) {
        return Objects.requireNonNull(weights.get(measure));
    }

    /**
     * The same for the members of one set: where the rule leaves none of them anything, because none flew or all gave
     * their seats up, what they had committed to counts.
     */
    long[] by(Measure measure, List<Integer> members) {
        Weights before = committed;
        return before != null && leavesNothing(measure, members) ? before.by(measure) : by(measure);
    }

    /** Whether the rule, unlike the committed seats, leaves none of the members anything. */
    boolean leavesNothing(Measure measure, List<Integer> members) {
        long[] ruled = by(measure);
        return committed != null && members.stream().allMatch(member -> ruled[member] == 0);
    }

    private static long[] weigh(List<Participant> participants, Withdrawals withdrawals, Measure measure) {
        boolean used = withdrawals.rule() == WithdrawalRule.USED;
        int unit = withdrawals.rule() == WithdrawalRule.TAPERED ? HUNDREDTHS : 1;
        long[] weights = new long[participants.size()];
        if (!measure.countsSeats()) {
            Arrays.fill(weights, measure.of(Seats.NONE));
            return weights;
        }
        for (int i = 0; i < weights.length; i++) {
            Participant participant = participants.get(i);
            Seats seats = used ? participant.used() : participant.committed();
            weights[i] = (long) unit * measure.of(seats);
        }
        for (Release release : withdrawals.releases()) {
            long freed = (long) withdrawals.percentFreed(release) * unit / HUNDREDTHS * measure.of(release.seats());
            weights[indexOf(participants, release.from())] -= freed;
            Party reusedBy = release.reusedBy();
            // What one party is freed from, the party that took the seats over bears: nobody else's bill moves.
            if (reusedBy != null) {
                weights[indexOf(participants, reusedBy)] += freed;
            }
        }
        return weights;
    }

    private static void requireSeats(List<Participant> participants, List<Release> releases) {
        Map<Party, Seats> released = new HashMap<>();
        for (Release release : releases) {
            if (release.daysBefore() < 0) {
                throw BadInput.of("daysBefore", release.daysBefore(), "costs.days");
            }
            if (release.from().equals(release.reusedBy())) {
                throw BadInput.of("releases", release.from(), "costs.release.self");
            }
            released.merge(release.from(), release.seats(), Seats::plus);
        }
        for (Participant participant : participants) {
            Seats givenUp = released.getOrDefault(participant.party(), Seats.NONE);
            Seats had = participant.committed();
            if (!had.covers(givenUp)) {
                throw BadInput.of(
                        "releases", givenUp.total(), "costs.release.tooMany", participant.party(), had.total());
            }
        }
    }

    private static int indexOf(List<Participant> participants, Party party) {
        for (int i = 0; i < participants.size(); i++) {
            if (participants.get(i).party().equals(party)) {
                return i;
            }
        }
        throw BadInput.of("releases", party, "costs.party.unknown");
    }
}
