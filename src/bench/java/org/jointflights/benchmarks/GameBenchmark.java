package org.jointflights.benchmarks;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.costs.game.HittingCost;
import org.jointflights.domain.costs.game.LegSharingGame;
import org.jointflights.domain.costs.game.Nucleolus;
import org.jointflights.domain.costs.game.RouteGame;
import org.jointflights.domain.costs.game.Shapley;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The route's Shapley value as route and parties grow, and the nucleolus of twelve. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class GameBenchmark {

    /** Every party has a stop of its own. */
    @State(Scope.Benchmark)
    public static class Route {

        @Param({"8", "16", "31"})
        int parties;

        RouteGame game;
        long[] equal;

        @Setup
        public void route() {
            equal = LongStream.generate(() -> 1).limit(parties).toArray();
            Random random = new Random(31);
            long[] users = new long[parties + 2];
            long[][] km = new long[parties + 2][parties + 2];
            long all = (1L << parties) - 1;
            for (int a = 0; a < km.length; a++) {
                users[a] = a == 0 || a == parties + 1 ? all : 1L << (a - 1);
                for (int b = a + 1; b < km.length; b++) {
                    km[a][b] = 100 + random.nextInt(5_000);
                }
            }
            game = new RouteGame(parties, users, km);
        }
    }

    /** Twelve parties on six legs, with a detour for each half. */
    @State(Scope.Benchmark)
    public static class Twelve {

        LegSharingGame game;

        @Setup
        public void legs() {
            Random random = new Random(12);
            game = new LegSharingGame(
                    12,
                    IntStream.range(0, 18)
                            .mapToObj(k -> HittingCost.of(100 + random.nextInt(5_000), 1 + random.nextLong((1L << 12) - 1)))
                            .toList());
        }
    }

    @Benchmark
    public List<BigFraction> routeShapley(Route route) {
        return Shapley.weighted(route.game, route.equal);
    }

    @Benchmark
    public List<BigFraction> nucleolusOfTwelve(Twelve twelve) {
        return Nucleolus.of(twelve.game);
    }

    @Benchmark
    public List<BigFraction> perCapitaNucleolusOfTwelve(Twelve twelve) {
        return Nucleolus.perCapita(twelve.game);
    }
}
