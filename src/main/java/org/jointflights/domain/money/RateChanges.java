package org.jointflights.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jointflights.domain.BadInput;

/**
 * What a file of monthly rates would add to those on record, and what somebody should look at before it does.
 *
 * @param fresh to be added, by currency and month
 * @param same how many are on record with that very figure
 * @param jumps beyond ten per cent from the rate of an earlier month
 * @param gaps months between two rates of a currency that have none
 */
public record RateChanges(List<ExchangeRate> fresh, int same, List<Jump> jumps, List<Gap> gaps) {

    private static final BigDecimal MOST = new BigDecimal("0.10");
    private static final int PERCENT = 100;

    /** A rate that is far from the one before it. */
    public record Jump(ExchangeRate before, ExchangeRate now) {

        /** By how much it is above (below zero: below) the one before, in per cent with one decimal. */
        public BigDecimal percent() {
            return now.unitsPerEuro()
                    .subtract(before.unitsPerEuro())
                    .multiply(BigDecimal.valueOf(PERCENT))
                    .divide(before.unitsPerEuro(), 1, RoundingMode.HALF_UP);
        }
    }

    /** Months without a rate, both included. */
    public record Gap(Currency currency, YearMonth from, YearMonth to) {}

    public RateChanges {
        fresh = List.copyOf(fresh);
        jumps = List.copyOf(jumps);
        gaps = List.copyOf(gaps);
    }

    /**
     * Compares a file with what is on record. Throws {@link BadInput} where a currency has two figures for one month, within the
     * file or in the file and on record: a rate is never changed.
     */
    public static RateChanges of(Collection<ExchangeRate> known, Collection<ExchangeRate> file) {
        Map<Currency, NavigableMap<YearMonth, ExchangeRate>> all = new HashMap<>();
        known.forEach(rate -> months(all, rate).put(rate.month(), rate));
        List<ExchangeRate> fresh = new ArrayList<>();
        Set<ExchangeRate> same = new HashSet<>();
        for (ExchangeRate rate : file) {
            ExchangeRate other = months(all, rate).putIfAbsent(rate.month(), rate);
            if (other == null) {
                fresh.add(rate);
            } else if (other.unitsPerEuro().compareTo(rate.unitsPerEuro()) == 0) {
                if (!fresh.contains(other)) {
                    same.add(other);
                }
            } else {
                throw BadInput.of(
                        "rate",
                        rate.unitsPerEuro().toPlainString(),
                        "costs.budget.rate.other",
                        other.unitsPerEuro().toPlainString(),
                        rate.currency(),
                        rate.month(),
                        other.source());
            }
        }
        fresh.sort(Comparator.comparing((ExchangeRate rate) -> rate.currency().getCurrencyCode())
                .thenComparing(ExchangeRate::month));
        List<Jump> jumps = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        for (ExchangeRate rate : fresh) {
            NavigableMap<YearMonth, ExchangeRate> months = months(all, rate);
            around(months, rate.month()).forEach(pair -> {
                if (isJump(pair) && !jumps.contains(pair)) {
                    jumps.add(pair);
                }
                Gap gap = new Gap(
                        rate.currency(),
                        pair.before.month().plusMonths(1),
                        pair.now.month().minusMonths(1));
                if (!gap.to.isBefore(gap.from) && !gaps.contains(gap)) {
                    gaps.add(gap);
                }
            });
        }
        return new RateChanges(fresh, same.size(), jumps, gaps);
    }

    /** The months without a rate between a currency's first one and {@code last}, or its last one if that is later; of one currency. */
    public static List<Gap> gaps(Collection<ExchangeRate> known, YearMonth last) {
        NavigableMap<YearMonth, ExchangeRate> months = new TreeMap<>();
        known.forEach(rate -> months.put(rate.month(), rate));
        List<Gap> gaps = new ArrayList<>();
        ExchangeRate before = null;
        for (ExchangeRate rate : months.values()) {
            if (before != null && before.month().plusMonths(1).isBefore(rate.month())) {
                gaps.add(new Gap(
                        rate.currency(),
                        before.month().plusMonths(1),
                        rate.month().minusMonths(1)));
            }
            before = rate;
        }
        if (before != null && before.month().isBefore(last)) {
            gaps.add(new Gap(before.currency(), before.month().plusMonths(1), last));
        }
        return gaps;
    }

    private static NavigableMap<YearMonth, ExchangeRate> months(
            Map<Currency, NavigableMap<YearMonth, ExchangeRate>> all, ExchangeRate rate) {
        return all.computeIfAbsent(rate.currency(), unseen -> new TreeMap<>());
    }

    /** The month with the one before it, and the one after it with the month. */
    private static List<Jump> around(NavigableMap<YearMonth, ExchangeRate> months, YearMonth month) {
        List<Jump> pairs = new ArrayList<>();
        Map.Entry<YearMonth, ExchangeRate> earlier = months.lowerEntry(month);
        Map.Entry<YearMonth, ExchangeRate> later = months.higherEntry(month);
        ExchangeRate here = months.get(month);
        if (here != null && earlier != null) {
            pairs.add(new Jump(earlier.getValue(), here));
        }
        if (here != null && later != null) {
            pairs.add(new Jump(here, later.getValue()));
        }
        return pairs;
    }

    private static boolean isJump(Jump pair) {
        BigDecimal before = pair.before.unitsPerEuro();
        return pair.now.unitsPerEuro().subtract(before).abs().compareTo(before.multiply(MOST)) > 0;
    }
}
