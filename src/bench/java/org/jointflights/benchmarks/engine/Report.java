package org.jointflights.benchmarks.engine;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Prints what was measured, as tables. */
final class Report {

    private static final int LONGEST_TEXT = 300;

    private final PrintStream out;
    private final List<Step> script;

    Report(PrintStream out, List<Step> script) {
        this.out = out;
        this.script = script;
    }

    /** Medians, and ratios flight by flight. */
    void times(List<Side> sides, List<List<FlownScript>> timed) {
        if (timed.isEmpty()) {
            return;
        }
        out.printf("%n%d flights each, by turns. Throughput of ours: median (least to most) of the ratios of each turn.%n%n", timed.size());
        out.printf("| side | processor a flight | by the clock | ours by processor | ours by the clock |%n|---|---|---|---|---|%n");
        for (int side = 0; side < sides.size(); side++) {
            out.printf(
                    "| %s | %.0f ms | %.0f ms | %s | %s |%n",
                    sides.get(side).name(),
                    median(all(timed, side, FlownScript::processorNanos)) / 1e6,
                    median(all(timed, side, FlownScript::nanos)) / 1e6,
                    ratios(timed, side, FlownScript::processorNanos),
                    ratios(timed, side, FlownScript::nanos));
        }
    }

    private static String ratios(List<List<FlownScript>> timed, int side, ToLongFunction<FlownScript> figure) {
        List<Double> ratios = timed.stream()
                .map(turn -> (double) figure.applyAsLong(turn.get(side)) / figure.applyAsLong(turn.get(0)))
                .sorted()
                .toList();
        return "%.2f (%.2f to %.2f)".formatted(median(ratios), ratios.get(0), ratios.get(ratios.size() - 1));
    }

    private static List<Double> all(List<List<FlownScript>> timed, int side, ToLongFunction<FlownScript> figure) {
        return timed.stream()
                .map(turn -> (double) figure.applyAsLong(turn.get(side)))
                .toList();
    }

    private static double median(List<Double> all) {
        List<Double> sorted = all.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** Statements and batched rows of the flight that was counted first, and of the last. */
    void totals(List<Side> sides, List<FlownScript> first, List<FlownScript> last) {
        out.printf("%n| side | acts | statements | batched rows | statements of the first flight |%n|---|---|---|---|---|%n");
        for (int side = 0; side < sides.size(); side++) {
            FlownScript flown = last.get(side);
            out.printf(
                    "| %s | %,d | %,d | %,d | %,d |%n",
                    sides.get(side).name(),
                    flown.sent().stream().filter(Objects::nonNull).count(),
                    statements(flown),
                    flown.sent().stream()
                            .filter(Objects::nonNull)
                            .mapToInt(CountedStatements.Sent::batchedRows)
                            .sum(),
                    statements(first.get(side)));
        }
    }

    private static long statements(FlownScript flown) {
        return flown.sent().stream()
                .filter(Objects::nonNull)
                .mapToLong(sent -> sent.statements().size())
                .sum();
    }

    /** One kind of act: how often it is done, how many statements in all, and those of the one with the largest difference. */
    private static final class Kind {

        private int times;
        private int ours;
        private int bare;
        private int ourRows;
        private int bareRows;
        private int most = -1;
        private int difference = Integer.MIN_VALUE;

        private void add(int step, CountedStatements.Sent ofOurs, CountedStatements.Sent ofBare) {
            int own = ofOurs.statements().size();
            int others = ofBare.statements().size();
            times++;
            ours += own;
            bare += others;
            ourRows += ofOurs.batchedRows();
            bareRows += ofBare.batchedRows();
            if (own - others > difference) {
                difference = own - others;
                most = step;
            }
        }
    }

    private Map<String, Kind> kinds(FlownScript ours, FlownScript bare) {
        Map<String, Kind> kinds = new HashMap<>();
        for (int step = 0; step < script.size(); step++) {
            CountedStatements.Sent own = ours.sent().get(step);
            CountedStatements.Sent other = bare.sent().get(step);
            if (own != null && other != null) {
                kinds.computeIfAbsent(script.get(step).kind(), none -> new Kind())
                        .add(step, own, other);
            }
        }
        return kinds;
    }

    private static List<Map.Entry<String, Kind>> sorted(Map<String, Kind> kinds) {
        return kinds.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().difference))
                .toList();
    }

    /** The kinds of acts, the largest difference first. */
    void acts(FlownScript ours, FlownScript bare) {
        out.printf("%n| act | times | ours, the worst | bare there | difference | ours, all | bare, all | batched rows: ours, bare |%n|---|---|---|---|---|---|---|---|%n");
        sorted(kinds(ours, bare)).forEach(entry -> {
            Kind kind = entry.getValue();
            out.printf(
                    "| %s | %d | %d | %d | %d | %d | %d | %d, %d |%n",
                    entry.getKey(),
                    kind.times,
                    size(ours, kind.most),
                    size(bare, kind.most),
                    kind.difference,
                    kind.ours,
                    kind.bare,
                    kind.ourRows,
                    kind.bareRows);
        });
    }

    private static int size(FlownScript flown, int step) {
        return Objects.requireNonNull(flown.sent().get(step)).statements().size();
    }

    /**
     * The statements of the worst act of each kind whose name has that in it, by text; before them, if nothing is said, those of
     * the whole flight.
     */
    void texts(FlownScript ours, FlownScript bare, String part) {
        if (part.isEmpty()) {
            out.printf("%nThe whole flight%n| ours | bare | statement |%n|---|---|---|%n");
            print(counted(ours.sent()), counted(bare.sent()));
        }
        sorted(kinds(ours, bare)).stream()
                .filter(entry -> entry.getKey().contains(part))
                .forEach(entry -> {
                    int step = entry.getValue().most;
                    out.printf(
                            "%n%s: ours %d, bare %d%n| ours | bare | statement |%n|---|---|---|%n",
                            entry.getKey(), size(ours, step), size(bare, step));
                    print(counted(ours.sent().subList(step, step + 1)), counted(bare.sent().subList(step, step + 1)));
                });
    }

    private void print(Map<String, Integer> own, Map<String, Integer> others) {
        List<String> texts = new ArrayList<>(own.keySet());
        others.keySet().stream().filter(text -> !own.containsKey(text)).forEach(texts::add);
        texts.stream()
                .sorted(Comparator.comparing(text -> others.getOrDefault(text, 0) - own.getOrDefault(text, 0)))
                .forEach(text -> out.printf(
                        "| %d | %d | `%s` |%n", own.getOrDefault(text, 0), others.getOrDefault(text, 0), shortened(text)));
    }

    private static Map<String, Integer> counted(List<CountedStatements.@Nullable Sent> acts) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        acts.stream()
                .filter(Objects::nonNull)
                .flatMap(sent -> sent.statements().stream())
                .forEach(text -> counted.merge(text.replaceAll("\\s+", " ").strip(), 1, Integer::sum));
        return counted;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + " …";
    }
}
