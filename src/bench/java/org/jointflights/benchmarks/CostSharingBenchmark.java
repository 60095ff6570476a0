package org.jointflights.benchmarks;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.CostShares;
import org.jointflights.domain.costs.CostSharing;
import org.jointflights.domain.costs.ItemShare;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.costs.SharedRoute;
import org.jointflights.domain.costs.SharedRoute.Leg;
import org.jointflights.domain.costs.SharedRoute.Stop;
import org.jointflights.domain.money.Money;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One flight, twelve parties, six legs, forty items by leg share, divided in five ways that give the same cents: by the
 * engine, by the engine with every explanation read, plainly with BigDecimal, with JavaMoney, and by a bare loop over
 * arrays of long, which is the limit.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CostSharingBenchmark {

    private static final int PARTIES = 12;
    private static final int ITEMS = 40;
    private static final int[] KM = {340, 1_240, 890, 4_300, 620, 5_010};
    private static final int SCALE = 20;

    private CostInput input;
    private final long[] seats = new long[PARTIES];
    private final boolean[][] aboard = new boolean[KM.length][PARTIES];
    private final long[] cents = new long[ITEMS];
    private final BigDecimal[] amounts = new BigDecimal[ITEMS];
    private final javax.money.MonetaryAmount[] monies = new javax.money.MonetaryAmount[ITEMS];

    /** Throws where two of the ways do not give the same cents: then nothing is worth measuring. */
    @Setup
    public void flight() {
        List<Participant> participants = new ArrayList<>();
        List<Party> parties = new ArrayList<>();
        for (int i = 0; i < PARTIES; i++) {
            parties.add(new Party("A" + (char) ('A' + i)));
            Seats own = new Seats(1 + (i * 7) % 13, 2 + (i * 5) % 17, 1, 0, 0, 0);
            participants.add(Participant.committed(parties.get(i), own));
            seats[i] = own.total();
        }
        List<Stop> stops = new ArrayList<>(List.of(new Stop("S0", Set.of())));
        List<Leg> legs = new ArrayList<>();
        for (int k = 0; k < KM.length; k++) {
            int boarded = Math.min(PARTIES, 4 * (k + 1));
            Set<Party> on = new TreeSet<>(parties.subList(0, boarded));
            Arrays.fill(aboard[k], 0, boarded, true);
            stops.add(new Stop("S" + (k + 1), Set.of()));
            legs.add(new Leg(KM[k], on));
        }
        List<CostItem> items = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            cents[item] = 1_234_567L * (item + 1) % 26_000_000;
            amounts[item] = BigDecimal.valueOf(cents[item], 2);
            monies[item] = org.javamoney.moneta.Money.of(amounts[item], "EUR");
            items.add(CostItem.common(
                    item + 1,
                    "item",
                    CostCategory.OTHER,
                    Money.euro(cents[item]),
                    parties.get(0),
                    Set.copyOf(parties),
                    Key.DEFAULT));
        }
        input = CostInput.of(participants, new SharedRoute(stops, legs, List.of()), items);
        long[][] limit = bareLongs();
        long[][] plain = plainBigDecimal();
        long[][] money = javaMoney();
        List<ItemShare> postings = engine().postings();
        for (int i = 0; i < postings.size(); i++) {
            long engine = postings.get(i).posted().minor();
            int item = i / PARTIES;
            int party = i % PARTIES;
            if (engine != limit[item][party] || engine != plain[item][party] || engine != money[item][party]) {
                throw new IllegalStateException("item " + item + " party " + party);
            }
        }
    }

    @Benchmark
    public CostShares engine() {
        return CostSharing.share(input);
    }

    @Benchmark
    public void engineWithExplanations(Blackhole read) {
        for (ItemShare posting : CostSharing.share(input).postings()) {
            read.consume(posting.item());
            read.consume(posting.sharers());
            read.consume(posting.weight());
            read.consume(posting.totalWeight());
            read.consume(posting.exact());
            read.consume(posting.posted());
            read.consume(posting.carryBefore());
            read.consume(posting.carryAfter());
        }
    }

    /** The limit: proportions once, then products, quotients and remainders in 64 bits, nothing else. */
    @Benchmark
    public long[][] bareLongs() {
        long common = 1;
        long[] legSeats = legSeats();
        for (long weight : legSeats) {
            common = common / gcd(common, weight) * weight;
        }
        long[] weights = new long[PARTIES];
        long total = 0;
        for (int i = 0; i < PARTIES; i++) {
            for (int k = 0; k < KM.length; k++) {
                weights[i] += aboard[k][i] ? common / legSeats[k] * KM[k] * seats[i] : 0;
            }
            total += weights[i];
        }
        long divisor = total;
        for (long weight : weights) {
            divisor = gcd(divisor, weight);
        }
        total /= divisor;
        for (int i = 0; i < PARTIES; i++) {
            weights[i] /= divisor;
        }
        long[][] parts = new long[ITEMS][PARTIES];
        long[] rests = new long[PARTIES];
        for (int item = 0; item < ITEMS; item++) {
            long missing = cents[item];
            for (int i = 0; i < PARTIES; i++) {
                long product = cents[item] * weights[i];
                parts[item][i] = product / total;
                rests[i] = product - parts[item][i] * total;
                missing -= parts[item][i];
            }
            for (; missing > 0; missing--) {
                int next = 0;
                for (int i = 1; i < PARTIES; i++) {
                    next = rests[i] > rests[next] || (rests[i] == rests[next] && weights[i] > weights[next]) ? i : next;
                }
                parts[item][next]++;
                rests[next] = -1;
            }
        }
        return parts;
    }

    /** As one would write it: leg by leg, item by item. */
    @Benchmark
    public long[][] plainBigDecimal() {
        BigDecimal km = BigDecimal.valueOf(Arrays.stream(KM).sum());
        long[] legSeats = legSeats();
        long[][] parts = new long[ITEMS][];
        for (int item = 0; item < ITEMS; item++) {
            BigDecimal[] shares = new BigDecimal[PARTIES];
            Arrays.fill(shares, BigDecimal.ZERO);
            for (int k = 0; k < KM.length; k++) {
                BigDecimal leg = amounts[item].multiply(BigDecimal.valueOf(KM[k])).divide(km, SCALE, RoundingMode.HALF_EVEN);
                for (int i = 0; i < PARTIES; i++) {
                    if (aboard[k][i]) {
                        shares[i] = shares[i].add(leg.multiply(BigDecimal.valueOf(seats[i]))
                                .divide(BigDecimal.valueOf(legSeats[k]), SCALE, RoundingMode.HALF_EVEN));
                    }
                }
            }
            parts[item] = rounded(amounts[item], shares);
        }
        return parts;
    }

    /** The same, taking the proportions of the parties once for all items. */
    @Benchmark
    public long[][] frugalBigDecimal() {
        BigDecimal[] ratios = ratios();
        long[][] parts = new long[ITEMS][];
        for (int item = 0; item < ITEMS; item++) {
            BigDecimal[] shares = new BigDecimal[PARTIES];
            for (int i = 0; i < PARTIES; i++) {
                shares[i] = amounts[item].multiply(ratios[i]);
            }
            parts[item] = rounded(amounts[item], shares);
        }
        return parts;
    }

    /** With the reference implementation of JSR 354, the proportions taken once. */
    @Benchmark
    public long[][] javaMoney() {
        BigDecimal[] ratios = ratios();
        javax.money.MonetaryAmount cent = org.javamoney.moneta.Money.of(new BigDecimal("0.01"), "EUR");
        long[][] parts = new long[ITEMS][];
        for (int item = 0; item < ITEMS; item++) {
            javax.money.MonetaryAmount[] shares = new javax.money.MonetaryAmount[PARTIES];
            javax.money.MonetaryAmount[] rests = new javax.money.MonetaryAmount[PARTIES];
            Integer[] order = new Integer[PARTIES];
            javax.money.MonetaryAmount missing = monies[item];
            for (int i = 0; i < PARTIES; i++) {
                javax.money.MonetaryAmount exact = monies[item].multiply(ratios[i]);
                shares[i] = exact.with(amount -> org.javamoney.moneta.Money.of(
                        amount.getNumber().numberValue(BigDecimal.class).setScale(2, RoundingMode.DOWN), "EUR"));
                rests[i] = exact.subtract(shares[i]);
                missing = missing.subtract(shares[i]);
                order[i] = i;
            }
            Arrays.sort(order, Comparator.<Integer, javax.money.MonetaryAmount>comparing(i -> rests[i]).reversed());
            for (int next = 0; missing.isPositive(); next++) {
                shares[order[next]] = shares[order[next]].add(cent);
                missing = missing.subtract(cent);
            }
            parts[item] = Arrays.stream(shares)
                    .mapToLong(share -> share.getNumber()
                            .numberValue(BigDecimal.class)
                            .movePointRight(2)
                            .longValueExact())
                    .toArray();
        }
        return parts;
    }

    private long[] legSeats() {
        long[] legSeats = new long[KM.length];
        for (int k = 0; k < KM.length; k++) {
            for (int i = 0; i < PARTIES; i++) {
                legSeats[k] += aboard[k][i] ? seats[i] : 0;
            }
        }
        return legSeats;
    }

    private BigDecimal[] ratios() {
        BigDecimal km = BigDecimal.valueOf(Arrays.stream(KM).sum());
        long[] legSeats = legSeats();
        BigDecimal[] ratios = new BigDecimal[PARTIES];
        for (int i = 0; i < PARTIES; i++) {
            ratios[i] = BigDecimal.ZERO;
            for (int k = 0; k < KM.length; k++) {
                if (aboard[k][i]) {
                    ratios[i] = ratios[i].add(BigDecimal.valueOf(KM[k] * seats[i])
                            .divide(km.multiply(BigDecimal.valueOf(legSeats[k])), SCALE, RoundingMode.HALF_EVEN));
                }
            }
        }
        return ratios;
    }

    private static long[] rounded(BigDecimal amount, BigDecimal[] shares) {
        BigDecimal[] cents = new BigDecimal[PARTIES];
        BigDecimal[] rests = new BigDecimal[PARTIES];
        Integer[] order = new Integer[PARTIES];
        BigDecimal missing = amount;
        for (int i = 0; i < PARTIES; i++) {
            cents[i] = shares[i].setScale(2, RoundingMode.DOWN);
            rests[i] = shares[i].subtract(cents[i]);
            missing = missing.subtract(cents[i]);
            order[i] = i;
        }
        Arrays.sort(order, Comparator.<Integer, BigDecimal>comparing(i -> rests[i]).reversed());
        long[] parts = new long[PARTIES];
        int extra = missing.movePointRight(2).intValueExact();
        for (int k = 0; k < PARTIES; k++) {
            parts[order[k]] = cents[order[k]].movePointRight(2).longValueExact() + (k < extra ? 1 : 0);
        }
        return parts;
    }

    private static long gcd(long a, long b) {
        return BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).longValue();
    }
}
