package org.jointflights.web.settlement.spreadsheet;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellReference;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.ExchangeRate;
import org.jspecify.annotations.Nullable;

/** Every amount that came from another currency: what was typed, the rates with month and source, and the euro that follow. */
final class RatesSheet {

    private static final int FIRST_RATE = 8;

    /** One amount that was converted; the key is how others ask for it. */
    record Converted(String key, String label, Conversion conversion) {}

    private final Map<String, String> cells = new HashMap<>();
    private int last = SheetWriter.FIRST - 1;
    private String prefix = "";

    /** Nothing was converted. */
    RatesSheet() {}

    /** Writes the sheet. */
    static RatesSheet write(SheetWriter sheet, List<Converted> amounts) {
        RatesSheet rates = new RatesSheet();
        rates.prefix = sheet.prefix();
        sheet.title(sheet.words("sheet.rates"), sheet.words("rates.explanation"));
        sheet.heads(
                SheetWriter.FIRST - 1,
                "item",
                "amount",
                "currency",
                "rates.sum",
                "rates.number",
                "rates.euro",
                "rates.stored",
                "check");
        int most = 0;
        for (Converted amount : amounts) {
            int row = ++rates.last;
            Conversion conversion = amount.conversion;
            List<ExchangeRate> used = conversion.rates();
            most = Math.max(most, used.size());
            String from = CellReference.convertNumToColString(FIRST_RATE) + row;
            String to = CellReference.convertNumToColString(FIRST_RATE + used.size() - 1) + row;
            sheet.text(row, "A", amount.label);
            sheet.money(row, "B", conversion.before());
            sheet.text(row, "C", conversion.before().currency().getCurrencyCode());
            BigDecimal sum = used.stream().map(ExchangeRate::unitsPerEuro).reduce(BigDecimal.ZERO, BigDecimal::add);
            sheet.formula(row, "D", sum, "SUM(%s:%s)", from, to);
            sheet.formula(row, "E", used.size(), "COUNT(%s:%s)", from, to);
            sheet.formula(row, "F", conversion.after(), "ROUND(B%1$d*E%1$d/D%1$d,2)", row);
            sheet.money(row, "G", conversion.after());
            sheet.formula(row, "H", true, "ROUND(F%1$d-G%1$d,6)=0", row);
            for (int i = 0; i < used.size(); i++) {
                sheet.number(
                        row,
                        CellReference.convertNumToColString(FIRST_RATE + i),
                        used.get(i).unitsPerEuro());
            }
            sheet.text(
                    row,
                    CellReference.convertNumToColString(FIRST_RATE + used.size()),
                    used.stream()
                            .map(rate -> rate.month() + " " + rate.source())
                            .collect(Collectors.joining("; ")));
            rates.cells.put(amount.key, sheet.prefix() + "F" + row);
        }
        for (int i = 0; i < most; i++) {
            sheet.heading(
                    SheetWriter.FIRST - 1,
                    CellReference.convertNumToColString(FIRST_RATE + i),
                    sheet.words("column.rates.rate"));
        }
        sheet.heading(
                SheetWriter.FIRST - 1,
                CellReference.convertNumToColString(FIRST_RATE + most),
                sheet.words("column.rates.source"));
        sheet.widths(32, 16, 10, 14, 10, 16, 16, 9, 14, 40);
        sheet.freeze(1);
        return rates;
    }

    /** Where the euro of that amount stand; nothing where it was euro from the beginning. */
    @Nullable
    String cellOf(String key) {
        return cells.get(key);
    }

    /** All checks of the sheet as one condition. */
    String agree() {
        return last < SheetWriter.FIRST
                ? "TRUE"
                : "AND(" + prefix + SheetWriter.range("H", SheetWriter.FIRST, last) + ")";
    }
}
