package org.jointflights.domain.costs.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * The equal profit method (Frisk, Göthe-Lundgren, Jörnsten and Rönnqvist 2010): among the stable divisions, the one under which what
 * parties pay, measured by what flying alone would cost them, differs least. As the greatest difference alone leaves several, the
 * next greatest is then made as small as possible, and so on, until one is left.
 */
public final class EqualProfit {

    /** As for the nucleolus. */
    private static final int MOST_PLAYERS = Nucleolus.MOST_PLAYERS;

    private final CoalitionGame game;
    private final int players;
    private final GroupRows groups;
    private final List<RowProgram.Row> fixed = new ArrayList<>();
    private final List<int[]> pairs = new ArrayList<>();

    private EqualProfit(CoalitionGame game) {
        this.game = game;
        this.players = game.players();
        this.groups = new GroupRows(game, players + 1);
    }

    /**
     * The division. Whoever would fly alone for nothing pays nothing. Throws {@link BadInput} where there is no stable division,
     * for a negative stand-alone cost, and for more than 15 parties.
     */
    public static List<BigFraction> of(CoalitionGame game) {
        Coalition.requireCount(game.players(), MOST_PLAYERS);
        return new EqualProfit(game).divide();
    }

    private List<BigFraction> divide() {
        fixed.add(groups.row(Coalition.all(players), true));
        List<Integer> counted = new ArrayList<>();
        for (int player = 0; player < players; player++) {
            BigFraction alone = game.standAlone(player);
            if (alone.signum() < 0) {
                throw BadInput.of("standAloneCost", alone, "costs.games.negative");
            }
            if (alone.signum() == 0) {
                fixed.add(groups.row(1L << player, true));
            } else {
                counted.add(player);
            }
        }
        for (int one : counted) {
            for (int other : counted) {
                if (one != other) {
                    pairs.add(new int[] {one, other});
                }
            }
        }
        BigFraction[] point = level();
        while (point[players].signum() > 0 && fixed.size() < players) {
            point = level();
        }
        return List.of(Arrays.copyOf(point, players));
    }

    /** Makes the greatest difference that is not yet settled as small as possible, and settles those that cannot be smaller. */
    private BigFraction[] level() {
        RowProgram program = new RowProgram(players + 1);
        fixed.forEach(program::start);
        for (int player = 0; player < players; player++) {
            program.start(groups.row(1L << player, false));
        }
        BigFraction[] least = zeros();
        least[players] = BigFraction.ONE.negate();
        program.start(new RowProgram.Row(least, BigFraction.ZERO, false));
        program.begin(least);
        BigFraction[] point = program.point();
        RowProgram.Row broken = broken(point);
        while (broken != null) {
            if (!program.enter(broken)) {
                throw BadInput.of("sharedRest", game.total(), "costs.games.noCore");
            }
            point = program.point();
            broken = broken(point);
        }
        BigFraction reached = point[players];
        for (RowProgram.Row row : program.carrying()) {
            int[] pair = pair(row);
            if (pair.length == 2) {
                fixed.add(difference(pair, reached));
                pairs.removeIf(known ->
                        (known[0] == pair[0] && known[1] == pair[1]) || (known[0] == pair[1] && known[1] == pair[0]));
            }
        }
        keepIndependent();
        return point;
    }

    private void keepIndependent() {
        RowProgram independent = new RowProgram(players + 1);
        fixed.removeIf(row -> !independent.start(row));
    }

    private RowProgram.@Nullable Row broken(BigFraction[] point) {
        RowProgram.Row most = null;
        BigFraction excess = BigFraction.ZERO;
        for (int[] pair : pairs) {
            RowProgram.Row row = atMostReached(pair);
            BigFraction more = row.excess(point);
            if (more.compareTo(excess) > 0) {
                most = row;
                excess = more;
            }
        }
        return most == null ? groups.broken(point) : most;
    }

    /** {@code x_i/c_i − x_j/c_j − t ≤ 0}. */
    private RowProgram.Row atMostReached(int[] pair) {
        BigFraction[] of = ratio(pair);
        of[players] = BigFraction.ONE.negate();
        return new RowProgram.Row(of, BigFraction.ZERO, false);
    }

    /** {@code x_i/c_i − x_j/c_j} as it has been found to be at best. */
    private RowProgram.Row difference(int[] pair, BigFraction reached) {
        return new RowProgram.Row(ratio(pair), reached, true);
    }

    private BigFraction[] ratio(int[] pair) {
        BigFraction[] of = zeros();
        of[pair[0]] = BigFraction.ONE.divide(game.standAlone(pair[0]));
        of[pair[1]] = BigFraction.ONE.divide(game.standAlone(pair[1])).negate();
        return of;
    }

    /** The pair that a row compares; none where it is a group's. */
    private int[] pair(RowProgram.Row row) {
        return pairs.stream()
                .filter(pair -> row.of(players).signum() < 0
                        && row.of(pair[0]).signum() > 0
                        && row.of(pair[1]).signum() < 0)
                .findFirst()
                .orElse(new int[0]);
    }

    private BigFraction[] zeros() {
        BigFraction[] zeros = new BigFraction[players + 1];
        Arrays.fill(zeros, BigFraction.ZERO);
        return zeros;
    }
}
