package org.jointflights.benchmarks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
 * One flight, twelve parties, six legs, forty items by leg share, divided in ways that give the same cents: by the
 * engine, also with every explanation read, with every reason written out, and with its input made first; with BigDecimal,
 * plainly, frugally and carefully; with JavaMoney's two types; and by a bare loop over arrays of long, which is the limit.
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
    private CostInput bySeats;
    private final long[] seats = new long[PARTIES];
    private final boolean[][] aboard = new boolean[KM.length][PARTIES];
    private final long[] cents = new long[ITEMS];
    private final BigDecimal[] amounts = new BigDecimal[ITEMS];
    private final javax.money.MonetaryAmount[] monies = new javax.money.MonetaryAmount[ITEMS];
    private final org.javamoney.moneta.FastMoney[] fastCents = new org.javamoney.moneta.FastMoney[ITEMS];

    /** Throws where two of the ways do not give the same cents: then nothing is worth measuring. */
    @Setup
    public void flight() {
        for (int i = 0; i < PARTIES; i++) {
            seats[i] = seatsOf(i).total();
        }
        for (int k = 0; k < KM.length; k++) {
            Arrays.fill(aboard[k], 0, boarded(k), true);
        }
        for (int item = 0; item < ITEMS; item++) {
            cents[item] = 1_234_567L * (item + 1) % 26_000_000;
            amounts[item] = BigDecimal.valueOf(cents[item], 2);
            monies[item] = org.javamoney.moneta.Money.of(amounts[item], "EUR");
            fastCents[item] = org.javamoney.moneta.FastMoney.of(cents[item], "EUR");
        }
        input = made(Key.DEFAULT);
        bySeats = made(Key.PER_SEAT);
        for (long[][] other : List.of(bareLongs(), plainBigDecimal(), frugalBigDecimal(), carefulBigDecimal(), javaMoney())) {
            requireSame(engine(), other);
        }
        requireSame(engineBySeats(), fastMoneyBySeats());
    }

    private static void requireSame(CostShares engine, long[][] other) {
        List<ItemShare> postings = engine.postings();
        for (int i = 0; i < postings.size(); i++) {
            if (postings.get(i).posted().minor() != other[i / PARTIES][i % PARTIES]) {
                throw new IllegalStateException("item " + i / PARTIES + " party " + i % PARTIES);
            }
        }
    }

    private static Seats seatsOf(int party) {
        return new Seats(1 + (party * 7) % 13, 2 + (party * 5) % 17, 1, 0, 0, 0);
    }

    private static int boarded(int leg) {
        return Math.min(PARTIES, 4 * (leg + 1));
    }

    /** The flight as the engine takes it: twelve parties, six legs, forty items. */
    private CostInput made(Key key) {
        List<Party> parties = new ArrayList<>();
        List<Participant> participants = new ArrayList<>();
        for (int i = 0; i < PARTIES; i++) {
            parties.add(new Party("A" + (char) ('A' + i)));
            participants.add(Participant.committed(parties.get(i), seatsOf(i)));
        }
        List<Stop> stops = new ArrayList<>(List.of(new Stop("S0", Set.of())));
        List<Leg> legs = new ArrayList<>();
        for (int k = 0; k < KM.length; k++) {
            stops.add(new Stop("S" + (k + 1), Set.of()));
            legs.add(new Leg(KM[k], new TreeSet<>(parties.subList(0, boarded(k)))));
        }
        Set<Party> everybody = Set.copyOf(parties);
        List<CostItem> items = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            items.add(CostItem.common(
                    item + 1,
                    "item",
                    CostCategory.OTHER,
                    Money.euro(cents[item]),
                    parties.get(0),
                    everybody,
                    key));
        }
        return CostInput.of(participants, new SharedRoute(stops, legs, List.of()), items);
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

    /** The same, with every reason written out, in English. */
    @Benchmark
    public void engineWithSentences(Blackhole read) {
        for (ItemShare posting : CostSharing.share(input).postings()) {
            read.consume(posting.sentence(Locale.ENGLISH));
        }
    }

    /** From what somebody typed: participants, route and items are made first. */
    @Benchmark
    public CostShares engineFromTheStart() {
        return CostSharing.share(made(Key.DEFAULT));
    }

    /** The same with BigDecimal: from the same seats, kilometres and cents. */
    @Benchmark
    public long[][] carefulBigDecimalFromTheStart() {
        return careful(cents.clone());
    }

    /** The limit: proportions once, then products, quotients and remainders in 64 bits, nothing else. */
    @Benchmark
    public long[][] bareLongs() {
        long[] weights = weights();
        long total = Arrays.stream(weights).sum();
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

    /** As somebody writes it who knows BigDecimal: whole weights, taken once, whole cents, exact quotient and remainder. */
    @Benchmark
    public long[][] carefulBigDecimal() {
        return careful(cents);
    }

    private long[][] careful(long[] amounts) {
        long[] whole = weights();
        BigDecimal total = BigDecimal.valueOf(Arrays.stream(whole).sum());
        BigDecimal[] weights = Arrays.stream(whole).mapToObj(BigDecimal::valueOf).toArray(BigDecimal[]::new);
        long[][] parts = new long[ITEMS][PARTIES];
        BigDecimal[] rests = new BigDecimal[PARTIES];
        for (int item = 0; item < ITEMS; item++) {
            BigDecimal amount = BigDecimal.valueOf(amounts[item]);
            long missing = amounts[item];
            for (int i = 0; i < PARTIES; i++) {
                BigDecimal[] quotient = amount.multiply(weights[i]).divideAndRemainder(total);
                parts[item][i] = quotient[0].longValueExact();
                rests[i] = quotient[1];
                missing -= parts[item][i];
            }
            give(missing, parts[item], rests, whole);
        }
        return parts;
    }

    /**
     * With JavaMoney's faster type, whole weights, and what it has for quotient and remainder. By seats: it keeps five decimals in
     * 64 bits, and the weights of a route are too large for it.
     */
    @Benchmark
    public long[][] fastMoneyBySeats() {
        long total = Arrays.stream(seats).sum();
        long[][] parts = new long[ITEMS][PARTIES];
        org.javamoney.moneta.FastMoney[] rests = new org.javamoney.moneta.FastMoney[PARTIES];
        for (int item = 0; item < ITEMS; item++) {
            long missing = cents[item];
            for (int i = 0; i < PARTIES; i++) {
                org.javamoney.moneta.FastMoney[] quotient =
                        fastCents[item].multiply(seats[i]).divideAndRemainder(total);
                parts[item][i] = quotient[0].getNumber().longValueExact();
                rests[i] = quotient[1];
                missing -= parts[item][i];
            }
            give(missing, parts[item], rests, seats);
        }
        return parts;
    }

    /** What it is compared with. */
    @Benchmark
    public CostShares engineBySeats() {
        return CostSharing.share(bySeats);
    }

    /** The cents that are missing, one each, by the largest rests. */
    private static <T extends Comparable<? super T>> void give(long missing, long[] parts, T[] rests, long[] weights) {
        boolean[] has = new boolean[PARTIES];
        for (long left = missing; left > 0; left--) {
            int next = -1;
            for (int i = 0; i < PARTIES; i++) {
                int more = has[i] ? -1 : next < 0 ? 1 : rests[i].compareTo(rests[next]);
                next = more > 0 || (more == 0 && weights[i] > weights[next]) ? i : next;
            }
            parts[next]++;
            has[next] = true;
        }
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

    /** The parties' parts of every item, in the smallest whole numbers. */
    private long[] weights() {
        long common = 1;
        long[] legSeats = legSeats();
        for (long weight : legSeats) {
            common = common / gcd(common, weight) * weight;
        }
        long[] weights = new long[PARTIES];
        long divisor = 0;
        for (int i = 0; i < PARTIES; i++) {
            for (int k = 0; k < KM.length; k++) {
                weights[i] += aboard[k][i] ? common / legSeats[k] * KM[k] * seats[i] : 0;
            }
            divisor = gcd(divisor, weights[i]);
        }
        for (int i = 0; i < PARTIES; i++) {
            weights[i] /= divisor;
        }
        return weights;
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

    /** Euclid's, as nobody who writes a loop over longs makes objects for it. */
    private static long gcd(long a, long b) {
        long greater = a;
        long rest = b;
        while (rest != 0) {
            long next = greater % rest;
            greater = rest;
            rest = next;
        }
        return greater;
    }
}
