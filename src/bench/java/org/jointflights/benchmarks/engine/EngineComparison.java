package org.jointflights.benchmarks.engine;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jointflights.process.TestClock;
import org.jointflights.process.example.WholeFlight;

/**
 * What a flight costs on ours and on the bare engine, which walks the same models: time of the processor and by the clock,
 * flights by turns in one virtual machine, and statements, by what is done. docs/benchmarks.md says how to read it.
 */
public final class EngineComparison {

    private static final PrintStream OUT = System.out;

    private EngineComparison() {}

    /**
     * The database, {@code postgres} or {@code h2}; then, if wanted, {@code flights=} how many are timed, {@code warm-up=} how
     * many come before them, {@code states=} how many take part, {@code sql=} a part of the names of the acts whose statements
     * are printed.
     */
    public static void main(String[] arguments) {
        String kind = arguments.length == 0 ? "" : arguments[0];
        if (!List.of("postgres", "h2").contains(kind)) {
            OUT.println("Say which database: postgres or h2.");
            System.exit(2);
        }
        Map<String, String> options = Arrays.stream(arguments)
                .skip(1)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(option -> option[0], option -> option[1], (one, other) -> other, TreeMap::new));
        int flights = Integer.parseInt(options.getOrDefault("flights", "10"));
        int warmUp = Integer.parseInt(options.getOrDefault("warm-up", "5"));
        int states = Integer.parseInt(options.getOrDefault("states", "5"));
        if (states < 2 || states > WholeFlight.MOST_STATES) {
            OUT.printf("%d states cannot take part; from 2 to %d can.%n", states, WholeFlight.MOST_STATES);
            System.exit(2);
        }
        try {
            compare(kind, flights, warmUp, states, options);
            System.exit(0);
        } catch (Exception failed) {
            failed.printStackTrace(OUT);
            System.exit(1);
        }
    }

    private static void compare(String kind, int flights, int warmUp, int states, Map<String, String> options)
            throws Exception {
        TestClock clock = new TestClock();
        Recorder recorder = new Recorder();
        Ours ours = new Ours(Database.empty(kind, "ours"), recorder, clock);
        ours.recordFlight(recorder, clock::set, states);
        Bare bare = new Bare(Database.empty(kind, "bare"), recorder.facts(), ours.engine().services());
        List<Side> sides = List.of(ours, bare.keepingWhatIsTyped(), bare.forgettingWhatIsTyped());
        List<Step> script = recorder.script();

        List<FlownScript> first = once(sides, script, clock, true);
        for (int i = 0; i < warmUp; i++) {
            once(sides, script, clock, false);
        }
        List<List<FlownScript>> timed = new ArrayList<>();
        for (int i = 0; i < flights; i++) {
            timed.add(once(sides, script, clock, false));
        }
        List<FlownScript> last = once(sides, script, clock, true);

        Report report = new Report(OUT, script);
        report.times(sides, timed);
        report.totals(sides, first, last);
        report.acts(last.get(0), last.get(1));
        if (options.containsKey("sql")) {
            report.texts(last.get(0), last.get(1), options.get("sql"));
        }
        ours.close();
        bare.close();
    }

    /** Each side a flight; fails unless all went the same way through the models. */
    private static List<FlownScript> once(List<Side> sides, List<Step> script, TestClock clock, boolean counting) {
        List<FlownScript> flown = sides.stream()
                .map(side -> FlownScript.on(side, script, clock::set, counting))
                .toList();
        for (FlownScript one : flown) {
            if (!one.walked().equals(flown.get(0).walked())) {
                throw new IllegalStateException("other ways through the models: %s and %s"
                        .formatted(flown.get(0).walked(), one.walked()));
            }
        }
        return flown;
    }
}
