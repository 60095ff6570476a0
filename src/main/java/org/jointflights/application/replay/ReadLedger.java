package org.jointflights.application.replay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.jointflights.application.DataFile;
import org.jointflights.domain.figures.ReleasedOperation;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.MoneyText;

/** Reads the two files of real operations that come with the product; their first lines name their origin. */
final class ReadLedger {

    private static final Pattern SEVERAL = Pattern.compile("\\+");

    private ReadLedger() {}

    /** Every operation with its rows, in the order of the file. */
    static List<LedgerOperation> read() {
        Map<String, List<LedgerOperation.Row>> rows = new HashMap<>();
        for (CSVRecord line : DataFile.rows("jro-costs-parties.csv")) {
            rows.computeIfAbsent(line.get("operation_id"), id -> new ArrayList<>())
                    .add(row(line));
        }
        List<LedgerOperation> operations = new ArrayList<>();
        for (CSVRecord line : DataFile.rows("jro-costs.csv")) {
            String id = line.get("operation_id");
            operations.add(new LedgerOperation(
                    id,
                    line.get("type"),
                    line.get("organising_or_first_listed"),
                    line.get("source_title"),
                    money(line, "frontex_paid_eur_recomputed"),
                    line.get("published_sum_eur").isEmpty() ? null : money(line, "published_sum_eur"),
                    rows.getOrDefault(id, List.of())));
        }
        return operations;
    }

    /** The same operations, each as a whole: what figures are compared with. */
    static List<ReleasedOperation> released() {
        return DataFile.rows("jro-costs.csv").stream()
                .map(line -> new ReleasedOperation(
                        line.get("operation_id"),
                        LocalDate.parse(line.get("date")),
                        line.get("destinations"),
                        SEVERAL.splitAsStream(line.get("organising_or_first_listed"))
                                .toList(),
                        number(line.get("returnees")),
                        line.get("staff_on_board").isEmpty() ? null : number(line.get("staff_on_board")),
                        money(line, "frontex_paid_eur_recomputed")))
                .toList();
    }

    private static int number(String typed) {
        return typed.isEmpty() ? 0 : Integer.parseInt(typed);
    }

    private static LedgerOperation.Row row(CSVRecord line) {
        return new LedgerOperation.Row(
                line.get("party"),
                line.get("party_as_published"),
                number(line.get("returnees")),
                money(line, "frontex_paid_eur"));
    }

    /** Nothing written is nothing paid. */
    private static Money money(CSVRecord line, String column) {
        String typed = line.get(column);
        return typed.isEmpty() ? Money.euro(0) : MoneyText.of(column, new BigDecimal(typed), Money.EUR);
    }
}
