package org.jointflights.web.settlement.spreadsheet;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.math.BigInteger;
import java.util.Currency;
import java.util.Locale;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of a statement. Rows are counted from 1, as formulas do; columns are given by their letters. Numbers become what
 * a spreadsheet has, a binary fraction of 53 bits: each sheet says of its figures whether they are exact in it.
 */
final class SheetWriter {

    /** The first row of figures; above are title, explanation and headings. */
    static final int FIRST = 4;

    /** Up to here a spreadsheet counts whole numbers exactly. */
    static final BigInteger EXACT = BigInteger.ONE.shiftLeft(53);

    /** Up to here it also compares them exactly where it counts cells, which goes over 15 digits. */
    static final BigInteger COMPARED = BigInteger.TEN.pow(15);

    /** In 256ths of a character. */
    private static final int CHARACTER = 256;

    private final SheetStyles styles;
    private final XSSFSheet sheet;
    private final Locale language;

    SheetWriter(SheetStyles styles, XSSFSheet sheet, Locale language) {
        this.styles = styles;
        this.sheet = sheet;
        this.language = language;
    }

    /** The text of the sheets' own bundle under that key. */
    String words(String key, Object... arguments) {
        return Sentence.of("settlement.document." + key, arguments).in(language);
    }

    Locale language() {
        return language;
    }

    /** The name as other sheets' formulas write it. */
    String prefix() {
        return "'" + sheet.getSheetName().replace("'", "''") + "'!";
    }

    void title(String text, String explanation) {
        text(1, "A", text);
        cell(1, "A").setCellStyle(styles.title());
        text(2, "A", explanation);
    }

    /** Headings, from the first column on; the keys are of {@code settlement.document.column}. */
    void heads(int row, String... columns) {
        for (int i = 0; i < columns.length; i++) {
            heading(row, CellReference.convertNumToColString(i), words("column." + columns[i]));
        }
    }

    void heading(int row, String column, String text) {
        text(row, column, text);
        cell(row, column).setCellStyle(styles.heading());
    }

    void text(int row, String column, String text) {
        cell(row, column).setCellValue(text);
    }

    void bold(int row, String column, String text) {
        text(row, column, text);
        cell(row, column).setCellStyle(styles.bold());
    }

    void money(int row, String column, Money amount) {
        number(row, column, amount.decimal());
        format(row, column, amount.currency());
    }

    void number(int row, String column, Number number) {
        cell(row, column).setCellValue(number.doubleValue());
    }

    /** Shows the cell with the decimals of that currency. */
    void format(int row, String column, Currency currency) {
        cell(row, column).setCellStyle(styles.money(currency.getDefaultFractionDigits()));
    }

    /**
     * A formula, with the value that it has now: a number, an amount, a truth or a text; nothing where it divides by zero.
     * The value is what is seen where nothing is worked out anew.
     */
    @FormatMethod
    void formula(int row, String column, @Nullable Object value, @FormatString String formula, Object... parts) {
        XSSFCell cell = cell(row, column);
        cell.setCellFormula(String.format(Locale.ROOT, formula, parts));
        if (value == null) {
            cell.setCellErrorValue(FormulaError.DIV0);
        } else if (value instanceof Boolean truth) {
            cell.setCellValue(truth);
        } else if (value instanceof String text) {
            cell.setCellValue(text);
        } else if (value instanceof Money amount) {
            cell.setCellValue(amount.decimal().doubleValue());
            format(row, column, amount.currency());
        } else {
            cell.setCellValue(((Number) value).doubleValue());
        }
    }

    void emphasize(int row, String column) {
        cell(row, column).setCellStyle(styles.bold());
    }

    /** Red where the condition of the range's first row holds. */
    void redWhere(String range, String condition) {
        SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule rule = formatting.createConditionalFormattingRule(condition);
        styles.red(rule);
        formatting.addConditionalFormatting(new CellRangeAddress[] {CellRangeAddress.valueOf(range)}, rule);
    }

    /** In characters, from the first column on. */
    void widths(int... widths) {
        for (int i = 0; i < widths.length; i++) {
            sheet.setColumnWidth(i, widths[i] * CHARACTER);
        }
    }

    void hide(String... columns) {
        for (String column : columns) {
            sheet.setColumnHidden(CellReference.convertColStringToIndex(column), true);
        }
    }

    /** Headings and the first columns stay in sight. */
    void freeze(int columns) {
        sheet.createFreezePane(columns, FIRST - 1);
    }

    private XSSFCell cell(int row, String column) {
        XSSFRow line = sheet.getRow(row - 1);
        if (line == null) {
            line = sheet.createRow(row - 1);
        }
        int place = CellReference.convertColStringToIndex(column);
        XSSFCell cell = line.getCell(place);
        return cell == null ? line.createCell(place) : cell;
    }

    /** Whether a column of checks is true from the first row of figures to the last, as other sheets' formulas ask it. */
    String allTrue(String column, int last) {
        return last < FIRST ? "TRUE" : "AND(" + prefix() + range(column, FIRST, last) + ")";
    }

    /** A column's cells from one row to another, fixed. */
    static String range(String column, int first, int last) {
        return "$" + column + "$" + first + ":$" + column + "$" + last;
    }
}
