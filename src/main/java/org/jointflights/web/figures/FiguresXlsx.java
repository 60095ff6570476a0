package org.jointflights.web.figures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jointflights.application.figures.ReadIndicators.Told;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.TooMuch;
import org.jointflights.domain.figures.Counted;
import org.jointflights.domain.figures.Indicator;
import org.jointflights.domain.figures.IndicatorValue;

/**
 * The figures as a workbook. That of one figure works it out itself, from what each flight adds; whole numbers up to 53 bits
 * are exact in it.
 */
final class FiguresXlsx implements AutoCloseable {

    /** A workbook is made in memory: so many rows take some 50 MB. */
    static final int MOST_ROWS = 20_000;

    private static final int CHARACTER = 256;
    private static final int WIDTH = 18;
    private static final int WIDE = 44;

    private final XSSFWorkbook book = new XSSFWorkbook();
    private final XSSFCellStyle heading = book.createCellStyle();
    private final FiguresWording say;

    private FiguresXlsx(FiguresWording say) {
        this.say = say;
        XSSFFont strong = book.createFont();
        strong.setBold(true);
        heading.setFont(strong);
        book.getProperties().getCoreProperties().setCreator("JointFlights");
    }

    /** All figures, a row each. */
    static byte[] of(List<Told> figures, FiguresWording say) throws IOException {
        try (FiguresXlsx file = new FiguresXlsx(say)) {
            XSSFSheet sheet = file.sheet("figures.sheet.figures", FigureRows.headings(say));
            FigureRows.all(figures, say).forEach(row -> add(sheet, row));
            sheet.setColumnWidth(1, WIDE * CHARACTER);
            return file.bytes();
        }
    }

    /** One figure, with what each flight adds. Throws {@link TooMuch} where these are too many for a workbook. */
    static byte[] of(Counted counted, FiguresWording say) throws IOException {
        if (FigureRows.count(counted) > MOST_ROWS) {
            throw TooMuch.of("figures.tooMany", FigureRows.count(counted), MOST_ROWS);
        }
        try (FiguresXlsx file = new FiguresXlsx(say)) {
            Indicator indicator = counted.indicator();
            XSSFSheet totals = file.sheet(
                    "figures.sheet.figure",
                    List.of(
                            say.words(indicator.words()),
                            say.words(Sentence.of("figures.column.currency")),
                            say.words(indicator.above()),
                            say.words(indicator.below()),
                            say.words(Sentence.of("figures.column.value")),
                            say.words(Sentence.of("figures.column.unit"))));
            XSSFSheet flights = file.sheet("figures.sheet.flights", FigureRows.headings(indicator, say));
            FigureRows.of(counted, say).forEach(row -> add(flights, row));
            counted.values().forEach(value -> total(totals, value, flights, say));
            totals.setColumnWidth(0, WIDE * CHARACTER);
            add(totals, List.of(say.words(indicator.definition())));
            // Whoever opens it to work with it has everything worked out anew; the values in it are for those who
            // cannot.
            file.book.setForceFormulaRecalculation(true);
            return file.bytes();
        }
    }

    /** Sums over the flights of the currency, and the figure out of them. */
    private static void total(XSSFSheet totals, IndicatorValue value, XSSFSheet flights, FiguresWording say) {
        Currency currency = value.currency();
        String code = currency == null ? "" : currency.getCurrencyCode();
        Indicator indicator = value.indicator();
        add(
                totals,
                List.of(
                        say.words(indicator.words()),
                        code,
                        value.above(),
                        value.below(),
                        value.value().<Object>map(number -> number).orElse(""),
                        say.words(Sentence.of("figures.column.unit." + indicator.unit()))));
        XSSFRow row = totals.getRow(totals.getLastRowNum());
        int line = row.getRowNum() + 1;
        int last = flights.getLastRowNum() + 1;
        if (last < 2) {
            return;
        }
        String sheet = "'" + flights.getSheetName().replace("'", "''") + "'!";
        String ofCurrency =
                "SUMIF(" + sheet + "$G$2:$G$" + last + ",\"" + code + "\"," + sheet + "$%1$s$2:$%1$s$" + last + ")";
        String all = "SUM(" + sheet + "$%1$s$2:$%1$s$" + last + ")";
        String sum = code.isEmpty() ? all : ofCurrency;
        row.getCell(2).setCellFormula(sum.formatted("H"));
        row.getCell(2).setCellValue(value.above().doubleValue());
        row.getCell(3).setCellFormula(sum.formatted("I"));
        row.getCell(3).setCellValue(value.below().doubleValue());
        XSSFCell figure = row.getCell(4);
        figure.setCellFormula(formula(value, line));
        value.value()
                .ifPresentOrElse(
                        number -> figure.setCellValue(number.doubleValue()),
                        () -> figure.setCellErrorValue(FormulaError.DIV0));
    }

    private static String formula(IndicatorValue value, int line) {
        int decimals = value.decimals();
        String smallest = value.currency() == null
                ? "1"
                : "1" + "0".repeat(value.currency().getDefaultFractionDigits());
        String exact = switch (value.indicator().unit()) {
            case PERCENT -> "C%1$d*100/D%1$d";
            case HOURS -> "C%1$d/D%1$d/3600";
            case DAYS -> "C%1$d/D%1$d/86400";
            case MONEY_EACH, MONEY_PER_SEAT_KM -> "C%1$d/D%1$d/" + smallest;
            case MONEY -> "C%1$d/" + smallest;
            case COUNT -> "C%1$d";
        };
        return "ROUND(" + exact.formatted(line) + "," + decimals + ")";
    }

    private XSSFSheet sheet(String name, List<String> headings) {
        XSSFSheet sheet = book.createSheet(say.words(Sentence.of(name)));
        XSSFRow row = sheet.createRow(0);
        for (int i = 0; i < headings.size(); i++) {
            XSSFCell cell = row.createCell(i);
            cell.setCellValue(headings.get(i));
            cell.setCellStyle(heading);
            sheet.setColumnWidth(i, WIDTH * CHARACTER);
        }
        sheet.createFreezePane(1, 1);
        return sheet;
    }

    private static void add(XSSFSheet sheet, List<?> cells) {
        XSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
        List<Object> values = new ArrayList<>(cells);
        for (int i = 0; i < values.size(); i++) {
            XSSFCell cell = row.createCell(i);
            Object value = values.get(i);
            if (FigureRows.isNumber(value)) {
                cell.setCellValue(((Number) value).doubleValue());
            } else {
                cell.setCellValue(value.toString());
            }
        }
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
