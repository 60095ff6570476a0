package org.jointflights.web.settlement.spreadsheet;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Measure;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.costs.Release;
import org.jointflights.domain.costs.SharedRoute;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jspecify.annotations.Nullable;

/**
 * Where the weights come from: heads, seats, what the rule for empty seats makes of them, kilometres and who is aboard are
 * entered here, and the weights of every way of sharing follow by formulas. Keys that weigh by something else (a game, quotes,
 * weights agreed by hand, floors and caps) are not worked out here; their weights stand among the shares as given.
 */
final class WeightsSheet {

    private static final int HUNDREDTHS = 100;
    private static final Set<Key> DERIVED = Set.of(
            Key.LEG_SHARE_BY_SEATS,
            Key.LEG_SHARE_BY_RETURNEES,
            Key.LEG_SHARE_BY_STATE,
            Key.PER_SEAT,
            Key.PER_RETURNEE,
            Key.EQUAL,
            Key.SEAT_KILOMETRE);

    /** A cell that a weight is taken from, and what is in it. */
    record Weight(String cell, BigInteger value) {}

    private record Sharing(Key key, List<Party> sharers) {}

    private record Counted(String cell, long value) {}

    private record Counts(Counted returnees, Counted seats) {

        Counted of(Measure measure) {
            return measure == Measure.RETURNEES ? returnees : seats;
        }
    }

    private final SheetWriter sheet;
    private final CostInput input;
    private final Map<Party, Counts> committed = new HashMap<>();
    private final Map<Party, Counts> counted = new HashMap<>();
    private final Map<Sharing, Map<Party, Weight>> weights = new LinkedHashMap<>();
    private int firstLeg;
    private int next;

    private WeightsSheet(SheetWriter sheet, CostInput input) {
        this.sheet = sheet;
        this.input = input;
    }

    /** Writes the sheet for the items of this input. */
    static WeightsSheet write(SheetWriter sheet, String title, CostInput input) {
        WeightsSheet weights = new WeightsSheet(sheet, input);
        sheet.title(
                title,
                sheet.words(
                        "weights.explanation",
                        Sentence.of("costs.rule." + input.withdrawals().rule()).in(sheet.language())));
        weights.participants();
        weights.legs();
        for (CostItem item : input.items()) {
            Sharing sharing = sharing(item);
            if (isDerived(item) && !weights.weights.containsKey(sharing)) {
                weights.weights.put(sharing, weights.block(sharing));
            }
        }
        sheet.widths(34, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18);
        return weights;
    }

    /** Where the weight of a party in an item is worked out; nothing where it is not. */
    @Nullable
    Weight of(long item, Party party) {
        return input.items().stream()
                .filter(one -> one.id() == item && isDerived(one))
                .findFirst()
                .map(one -> weights.getOrDefault(sharing(one), Map.of()).get(party))
                .orElse(null);
    }

    private static boolean isDerived(CostItem item) {
        return !item.isDirect() && item.limits().isEmpty() && DERIVED.contains(item.key());
    }

    private static Sharing sharing(CostItem item) {
        return new Sharing(item.key(), item.sharersInOrder());
    }

    private void participants() {
        sheet.heads(
                SheetWriter.FIRST - 1,
                "party",
                "committed.returnees",
                "committed.seats",
                "used.returnees",
                "used.seats",
                "counted.returnees",
                "counted.seats");
        List<Participant> all = input.participants();
        int releases = SheetWriter.FIRST + all.size() + 2;
        int lastRelease = releases + input.withdrawals().releases().size() - 1;
        int unit = input.withdrawals().rule() == WithdrawalRule.TAPERED ? HUNDREDTHS : 1;
        for (int i = 0; i < all.size(); i++) {
            Participant one = all.get(i);
            int row = SheetWriter.FIRST + i;
            sheet.text(row, "A", one.party().code());
            sheet.number(row, "B", one.committed().returnees());
            sheet.number(row, "C", one.committed().total());
            sheet.number(row, "D", one.used().returnees());
            sheet.number(row, "E", one.used().total());
            committed.put(one.party(), both("B", "C", row, one.committed(), 1, 0, 0));
            long returnees = moved(one.party(), Measure.RETURNEES, unit);
            long seats = moved(one.party(), Measure.SEATS, unit);
            boolean used = input.withdrawals().rule() == WithdrawalRule.USED;
            Counts now = both("F", "G", row, used ? one.used() : one.committed(), unit, returnees, seats);
            counted.put(one.party(), now);
            for (String[] columns : new String[][] {{"F", used ? "D" : "B", "G"}, {"G", used ? "E" : "C", "H"}}) {
                String moved = lastRelease < releases
                        ? ""
                        : "-SUMIF(%1$s,A%4$d,%3$s)+SUMIF(%2$s,A%4$d,%3$s)"
                                .formatted(
                                        SheetWriter.range("A", releases, lastRelease),
                                        SheetWriter.range("B", releases, lastRelease),
                                        SheetWriter.range(columns[2], releases, lastRelease),
                                        row);
                Measure measure = "F".equals(columns[0]) ? Measure.RETURNEES : Measure.SEATS;
                sheet.formula(row, columns[0], now.of(measure).value, "%d*%s%d%s", unit, columns[1], row, moved);
            }
        }
        next = SheetWriter.FIRST + all.size() + 1;
        if (lastRelease >= releases) {
            releases(releases, unit);
        }
    }

    private static Counts both(
            String returnees, String seats, int row, Seats of, int unit, long moreReturnees, long moreSeats) {
        return new Counts(
                new Counted(returnees + row, (long) unit * of.returnees() + moreReturnees),
                new Counted(seats + row, (long) unit * of.total() + moreSeats));
    }

    /** Seats given up or taken over, in the unit that is counted in. */
    private long moved(Party party, Measure measure, int unit) {
        long moved = 0;
        for (Release release : input.withdrawals().releases()) {
            long freed = freed(release, measure, unit);
            moved -= release.from().equals(party) ? freed : 0;
            moved += party.equals(release.reusedBy()) ? freed : 0;
        }
        return moved;
    }

    private long freed(Release release, Measure measure, int unit) {
        int seats = measure == Measure.RETURNEES
                ? release.seats().returnees()
                : release.seats().total();
        return (long) input.withdrawals().percentFreed(release) * unit / HUNDREDTHS * seats;
    }

    private void releases(int first, int unit) {
        sheet.heads(
                first - 1,
                "released.from",
                "released.to",
                "released.returnees",
                "released.seats",
                "released.days",
                "released.percent",
                "released.freedReturnees",
                "released.freedSeats");
        List<Release> releases = input.withdrawals().releases();
        for (int i = 0; i < releases.size(); i++) {
            Release release = releases.get(i);
            int row = first + i;
            Party to = release.reusedBy();
            sheet.text(row, "A", release.from().code());
            sheet.text(row, "B", to == null ? "–" : to.code());
            sheet.number(row, "C", release.seats().returnees());
            sheet.number(row, "D", release.seats().total());
            sheet.number(row, "E", release.daysBefore());
            sheet.number(row, "F", input.withdrawals().percentFreed(release));
            sheet.formula(row, "G", freed(release, Measure.RETURNEES, unit), "F%1$d*%2$d/100*C%1$d", row, unit);
            sheet.formula(row, "H", freed(release, Measure.SEATS, unit), "F%1$d*%2$d/100*D%1$d", row, unit);
        }
        next = first + releases.size() + 1;
    }

    /** Legs with kilometres, and a 1 under every party that is aboard. */
    private void legs() {
        SharedRoute route = input.route();
        if (route == null) {
            return;
        }
        sheet.heads(next, "leg", "km");
        for (int i = 0; i < input.participants().size(); i++) {
            sheet.heading(
                    next, column(2 + i), input.participants().get(i).party().code());
        }
        firstLeg = next + 1;
        for (int k = 0; k < route.legs().size(); k++) {
            int row = firstLeg + k;
            sheet.text(row, "A", route.legName(k));
            sheet.number(row, "B", route.legs().get(k).km());
            for (int i = 0; i < input.participants().size(); i++) {
                Party party = input.participants().get(i).party();
                sheet.number(row, column(2 + i), route.legs().get(k).aboard().contains(party) ? 1 : 0);
            }
        }
        next = firstLeg + route.legs().size() + 1;
    }

    private static String column(int place) {
        return CellReference.convertNumToColString(place);
    }

    private Map<Party, Weight> block(Sharing sharing) {
        Measure measure = sharing.key.measure();
        List<Counted> weighs = sharing.sharers.stream()
                .map(party -> weighs(party, measure, sharing.sharers))
                .toList();
        SharedRoute route = input.route();
        if (sharing.key.addsUpLegs()) {
            return route == null ? Map.of() : legShares(sharing, weighs, route);
        }
        return sharing.key == Key.SEAT_KILOMETRE
                ? route == null ? Map.of() : seatKilometres(sharing, weighs, route)
                : simple(sharing, weighs);
    }

    /** What the party counts; its committed seats where the rule leaves nobody who shares it any. */
    private Counted weighs(Party party, @Nullable Measure measure, List<Party> sharers) {
        if (measure == null || measure == Measure.STATES) {
            return new Counted("1", 1);
        }
        boolean nothing =
                sharers.stream().allMatch(sharer -> counts(counted, sharer).of(measure).value == 0);
        return counts(nothing ? committed : counted, party).of(measure);
    }

    private static Counts counts(Map<Party, Counts> all, Party party) {
        return Objects.requireNonNull(all.get(party));
    }

    private void blockHead(Sharing sharing, String... columns) {
        sheet.bold(
                next,
                "A",
                sharing.key.words().in(sheet.language()) + ": "
                        + sharing.sharers.stream().map(Party::code).collect(Collectors.joining(", ")));
        sheet.heads(next + 1, columns);
    }

    private Map<Party, Weight> simple(Sharing sharing, List<Counted> weighs) {
        List<BigInteger> raw =
                weighs.stream().map(one -> BigInteger.valueOf(one.value)).toList();
        if (tooLarge(raw)) {
            return Map.of();
        }
        blockHead(sharing, "party", "weighs", "weight");
        BigInteger divisor = divisor(raw);
        int common = next + 2;
        sheet.text(common, "A", sheet.words("weights.divisor"));
        sheet.number(common, "C", divisor);
        Map<Party, Weight> found = new HashMap<>();
        for (int i = 0; i < raw.size(); i++) {
            int row = common + 1 + i;
            Party party = sharing.sharers.get(i);
            sheet.text(row, "A", party.code());
            sheet.formula(row, "B", raw.get(i), "%s", weighs.get(i).cell);
            BigInteger weight = raw.get(i).divide(divisor);
            sheet.formula(row, "C", weight, "B%d/C$%d", row, common);
            found.put(party, new Weight(sheet.prefix() + "C" + row, weight));
        }
        next = common + raw.size() + 2;
        return found;
    }

    private Map<Party, Weight> seatKilometres(Sharing sharing, List<Counted> weighs, SharedRoute route) {
        List<BigInteger> km = new ArrayList<>();
        List<BigInteger> raw = new ArrayList<>();
        for (int i = 0; i < weighs.size(); i++) {
            Party party = sharing.sharers.get(i);
            long flown = route.legs().stream()
                    .filter(leg -> leg.aboard().contains(party))
                    .mapToLong(SharedRoute.Leg::km)
                    .sum();
            km.add(BigInteger.valueOf(flown));
            raw.add(BigInteger.valueOf(weighs.get(i).value).multiply(BigInteger.valueOf(flown)));
        }
        if (tooLarge(raw)) {
            return Map.of();
        }
        blockHead(sharing, "party", "weighs", "kmFlown", "weight");
        BigInteger divisor = divisor(raw);
        int common = next + 2;
        sheet.text(common, "A", sheet.words("weights.divisor"));
        sheet.number(common, "D", divisor);
        int lastLeg = firstLeg + route.legs().size() - 1;
        Map<Party, Weight> found = new HashMap<>();
        for (int i = 0; i < raw.size(); i++) {
            int row = common + 1 + i;
            Party party = sharing.sharers.get(i);
            String aboard = column(2 + number(party));
            sheet.text(row, "A", party.code());
            sheet.formula(row, "B", weighs.get(i).value, "%s", weighs.get(i).cell);
            sheet.formula(
                    row,
                    "C",
                    km.get(i),
                    "SUMPRODUCT(%s,%s)",
                    SheetWriter.range("B", firstLeg, lastLeg),
                    SheetWriter.range(aboard, firstLeg, lastLeg));
            BigInteger weight = raw.get(i).divide(divisor);
            sheet.formula(row, "D", weight, "B%1$d*C%1$d/D$%2$d", row, common);
            found.put(party, new Weight(sheet.prefix() + "D" + row, weight));
        }
        next = common + raw.size() + 2;
        return found;
    }

    /** Each leg’s kilometres by the weights aboard, brought over the common multiple of the legs’ weights. */
    private Map<Party, Weight> legShares(Sharing sharing, List<Counted> weighs, SharedRoute route) {
        int legs = route.legs().size();
        BigInteger[] aboard = new BigInteger[legs];
        BigInteger multiple = BigInteger.ONE;
        for (int k = 0; k < legs; k++) {
            long sum = 0;
            for (int i = 0; i < weighs.size(); i++) {
                sum += route.legs().get(k).aboard().contains(sharing.sharers.get(i)) ? weighs.get(i).value : 0;
            }
            aboard[k] = BigInteger.valueOf(sum);
            if (sum > 0) {
                multiple = multiple.divide(multiple.gcd(aboard[k])).multiply(aboard[k]);
            }
        }
        BigInteger[] perUnit = new BigInteger[legs];
        for (int k = 0; k < legs; k++) {
            perUnit[k] = aboard[k].signum() == 0
                    ? BigInteger.ZERO
                    : multiple.divide(aboard[k])
                            .multiply(BigInteger.valueOf(route.legs().get(k).km()));
        }
        List<BigInteger> raw = new ArrayList<>();
        for (int i = 0; i < weighs.size(); i++) {
            BigInteger sum = BigInteger.ZERO;
            for (int k = 0; k < legs; k++) {
                if (route.legs().get(k).aboard().contains(sharing.sharers.get(i))) {
                    sum = sum.add(perUnit[k].multiply(BigInteger.valueOf(weighs.get(i).value)));
                }
            }
            raw.add(sum);
        }
        if (tooLarge(raw)) {
            return Map.of();
        }
        return legShares(sharing, weighs, new Legs(List.of(aboard), List.of(perUnit), multiple), raw);
    }

    private record Legs(List<BigInteger> aboard, List<BigInteger> perUnit, BigInteger multiple) {}

    private Map<Party, Weight> legShares(Sharing sharing, List<Counted> weighs, Legs legs, List<BigInteger> raw) {
        int count = legs.aboard.size();
        blockHead(sharing, "party", "weighs");
        String last = column(1 + count);
        String result = column(2 + count);
        sheet.heading(next + 1, result, sheet.words("column.weight"));
        int sums = next + 2;
        int factors = next + 3;
        int first = next + 4;
        int end = first + weighs.size() - 1;
        BigInteger divisor = divisor(raw);
        sheet.text(sums, "A", sheet.words("weights.aboard"));
        sheet.text(factors, "A", sheet.words("weights.perUnit"));
        sheet.number(factors, "B", legs.multiple);
        sheet.number(factors, result, divisor);
        for (int k = 0; k < count; k++) {
            String column = column(2 + k);
            int leg = firstLeg + k;
            sheet.formula(next + 1, column, legName(k), "A%d", leg);
            sheet.formula(sums, column, legs.aboard.get(k), "SUM(%1$s%2$d:%1$s%3$d)", column, first, end);
            sheet.formula(
                    factors,
                    column,
                    legs.perUnit.get(k),
                    "IF(%1$s%2$d=0,0,$B$%3$d/%1$s%2$d*B%4$d)",
                    column,
                    sums,
                    factors,
                    leg);
        }
        Map<Party, Weight> found = new HashMap<>();
        for (int i = 0; i < weighs.size(); i++) {
            int row = first + i;
            Party party = sharing.sharers.get(i);
            sheet.text(row, "A", party.code());
            sheet.formula(row, "B", weighs.get(i).value, "%s", weighs.get(i).cell);
            for (int k = 0; k < count; k++) {
                sheet.formula(
                        row,
                        column(2 + k),
                        isAboard(k, party) ? weighs.get(i).value : 0L,
                        "$B%d*%s%d",
                        row,
                        column(2 + number(party)),
                        firstLeg + k);
            }
            BigInteger weight = raw.get(i).divide(divisor);
            sheet.formula(
                    row,
                    result,
                    weight,
                    "SUMPRODUCT(C%1$d:%2$s%1$d,C$%3$d:%2$s$%3$d)/%4$s$%3$d",
                    row,
                    last,
                    factors,
                    result);
            found.put(party, new Weight(sheet.prefix() + result + row, weight));
        }
        next = end + 2;
        return found;
    }

    private String legName(int leg) {
        SharedRoute route = input.route();
        return route == null ? "" : route.legName(leg);
    }

    private boolean isAboard(int leg, Party party) {
        SharedRoute route = input.route();
        return route != null && route.legs().get(leg).aboard().contains(party);
    }

    private int number(Party party) {
        return IntStream.range(0, input.participants().size())
                .filter(i -> input.participants().get(i).party().equals(party))
                .findFirst()
                .orElseThrow();
    }

    /** Beyond what a spreadsheet counts exactly, the weights stand among the shares as given. */
    private static boolean tooLarge(List<BigInteger> raw) {
        BigInteger sum = raw.stream().map(BigInteger::abs).reduce(BigInteger.ZERO, BigInteger::add);
        return sum.signum() == 0 || sum.compareTo(SheetWriter.COMPARED) >= 0;
    }

    private static BigInteger divisor(List<BigInteger> raw) {
        return raw.stream().reduce(BigInteger.ZERO, BigInteger::gcd);
    }
}
