package org.jointflights.application.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.MoneyText;

/**
 * What came out when every operation of the ledger was divided anew.
 *
 * @param rows payments to single parties, one cost item each
 * @param paid what Frontex paid in all, as the engine's shares add up
 * @param agreeing how many operations came out at the sum of the ledger, to the cent
 * @param disagreeing the others, by name
 * @param refused the operations that the engine does not take as they were published, with its own words
 */
public record ReplayReport(
        int operations,
        int rows,
        Money paid,
        int agreeing,
        List<String> disagreeing,
        List<PrintedWrong> printedWrong,
        List<Odd> odd,
        List<Refused> refused) {

    public ReplayReport {
        disagreeing = List.copyOf(disagreeing);
        printedWrong = List.copyOf(printedWrong);
        odd = List.copyOf(odd);
        refused = List.copyOf(refused);
    }

    /** An operation whose sum at the source is not the sum of its parts. */
    public record PrintedWrong(String operation, String title, Money printed, Money sum) {

        /** How much too high the print is; negative where it is too low. */
        public Money difference() {
            return printed.minus(sum);
        }
    }

    /** An operation that had to be mended, for one reason. */
    public record Odd(Oddity oddity, String operation) {}

    /** An operation that the engine refuses as it was published. */
    public record Refused(String operation, Refusal why) {

        /** The engine's sentence. */
        public String sentence(Locale language) {
            return why.sentence(language);
        }
    }

    /** The names of the operations with that oddity, in the order of the ledger. */
    public List<String> with(Oddity oddity) {
        return odd.stream()
                .filter(one -> one.oddity() == oddity)
                .map(Odd::operation)
                .toList();
    }

    /** Whether the engine and the ledger agree everywhere. */
    public boolean agrees() {
        return disagreeing.isEmpty() && agreeing == operations;
    }

    /** The report as text, line by line. */
    public List<String> lines(Locale language) {
        List<String> lines = new ArrayList<>();
        lines.add(Sentence.of("replay.summary", operations, rows, MoneyText.format(paid, language))
                .in(language));
        lines.add(
                agrees()
                        ? Sentence.of("replay.agree", agreeing).in(language)
                        : Sentence.of("replay.disagree", disagreeing.size(), String.join(", ", disagreeing))
                                .in(language));
        lines.add("");
        lines.add(Sentence.of("replay.printedWrong", printedWrong.size()).in(language));
        for (PrintedWrong wrong : printedWrong) {
            lines.add("  "
                    + Sentence.of(
                                    "replay.printedWrong.line",
                                    wrong.operation(),
                                    wrong.title(),
                                    MoneyText.format(wrong.printed(), language),
                                    MoneyText.format(wrong.sum(), language),
                                    MoneyText.format(wrong.difference(), language))
                            .in(language));
        }
        lines.add("");
        lines.add(Sentence.of("replay.odd").in(language));
        for (Oddity oddity : Oddity.values()) {
            List<String> names = with(oddity);
            lines.add("  "
                    + names.size()
                    + " "
                    + Sentence.of("replay.odd." + oddity).in(language)
                    + " "
                    + String.join(", ", names));
        }
        lines.add("");
        lines.add(Sentence.of("replay.refused", refused.size()).in(language));
        refused.forEach(one -> lines.add("  "
                + Sentence.of("common.pair", one.operation(), one.sentence(language))
                        .in(language)));
        return lines;
    }
}
