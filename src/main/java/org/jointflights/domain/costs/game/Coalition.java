package org.jointflights.domain.costs.game;

import java.util.Arrays;
import org.jointflights.domain.BadInput;

/** Groups of parties as bit masks: bit {@code i} is party {@code i}. */
public final class Coalition {

    /** The most parties a mask holds here; the largest real operation had 31. */
    public static final int MOST_PLAYERS = 62;

    private Coalition() {}

    /** The group of all parties {@code 0..players-1}. */
    public static long all(int players) {
        return (1L << players) - 1;
    }

    public static boolean contains(long coalition, int player) {
        return (coalition >> player & 1) == 1;
    }

    /** The parties of a group, lowest number first. */
    public static int[] players(long coalition) {
        int[] players = new int[Long.bitCount(coalition)];
        long rest = coalition;
        for (int k = 0; k < players.length; k++) {
            players[k] = Long.numberOfTrailingZeros(rest);
            rest &= rest - 1;
        }
        return players;
    }

    /** Throws {@link BadInput} unless there are 1 to {@code most} parties. */
    static int requireCount(int players, int most) {
        if (players < 1 || players > most) {
            throw BadInput.of("players", players, "costs.games.players", most);
        }
        return players;
    }

    /** Throws {@link BadInput} if the group has a member who is not among the parties. */
    static long requireWithin(long coalition, int players) {
        if ((coalition & ~all(players)) != 0) {
            throw BadInput.of(
                    "coalition",
                    Arrays.toString(players(coalition & ~all(players))),
                    "costs.games.coalition",
                    players - 1);
        }
        return coalition;
    }
}
