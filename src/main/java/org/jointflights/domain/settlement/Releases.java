package org.jointflights.domain.settlement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.costs.Release;
import org.jspecify.annotations.Nullable;

/** Which committed seats were given up, and which of them another party took over, read from who flew. */
public final class Releases {

    private Releases() {}

    /** The seats that states gave up by withdrawing as a whole, by how many days before departure they did. */
    public static List<Release> ofWithdrawn(List<Participant> participants, Map<Party, Integer> daysBefore) {
        return participants.stream()
                .filter(participant -> daysBefore.containsKey(participant.party()))
                .map(participant -> new Release(
                        participant.party(),
                        null,
                        participant.committed(),
                        daysBefore.getOrDefault(participant.party(), 0)))
                .toList();
    }

    /**
     * The seats that stayed empty for one party and were used by another beyond what it had committed to, kind by kind,
     * both in the order of the codes. Seats that nobody took over are not released.
     */
    public static List<Release> ofReused(List<Participant> participants) {
        Map<Party, int[]> spare = new TreeMap<>();
        Map<Party, int[]> extra = new TreeMap<>();
        for (Participant participant : participants) {
            int[] committed = kinds(participant.committed());
            int[] used = kinds(participant.used());
            int[] less = new int[used.length];
            int[] more = new int[used.length];
            Arrays.setAll(less, i -> Math.max(0, committed[i] - used[i]));
            Arrays.setAll(more, i -> Math.max(0, used[i] - committed[i]));
            spare.put(participant.party(), less);
            extra.put(participant.party(), more);
        }
        List<Release> releases = new ArrayList<>();
        spare.forEach((from, less) -> extra.forEach((by, more) -> {
            Seats taken = taken(less, more);
            if (taken != null) {
                releases.add(new Release(from, by, taken, 0));
            }
        }));
        return releases;
    }

    private static @Nullable Seats taken(int[] spare, int[] extra) {
        int[] taken = new int[spare.length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = Math.min(spare[i], extra[i]);
            spare[i] -= taken[i];
            extra[i] -= taken[i];
        }
        Seats seats = new Seats(taken[0], taken[1], taken[2], taken[3], taken[4], taken[5]);
        return seats.total() == 0 ? null : seats;
    }

    private static int[] kinds(Seats seats) {
        return new int[] {
            seats.returnees(), seats.escorts(), seats.medical(), seats.interpreters(), seats.monitors(), seats.others()
        };
    }
}
