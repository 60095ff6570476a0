package org.jointflights.process.example;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.jointflights.application.DataFile;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.MoneyText;

/** What the released ledger says of each party of an operation. */
final class LedgerRows {

    private LedgerRows() {}

    /** A party's persons returned, people on duty aboard, and what Frontex paid it. */
    record Row(Party party, int returnees, int staff, Money paid) {}

    static List<Row> of(String operation) {
        return DataFile.rows("jro-costs-parties.csv").stream()
                .filter(row -> row.get("operation_id").equals(operation))
                .map(LedgerRows::row)
                .sorted((a, b) -> a.party().compareTo(b.party()))
                .toList();
    }

    private static Row row(CSVRecord row) {
        return new Row(
                new Party(row.get("party")),
                count(row.get("returnees")),
                count(row.get("staff_on_board")),
                MoneyText.parse(
                        "amount",
                        row.get("frontex_paid_eur").isEmpty() ? "0" : row.get("frontex_paid_eur"),
                        Money.EUR));
    }

    /** An observer stands there as “1 Obs”. */
    private static int count(String number) {
        String digits = number.replaceAll("[^0-9].*", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
