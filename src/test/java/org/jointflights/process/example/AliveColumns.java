package org.jointflights.process.example;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The columns of a statement, on its page and in its workbook, and those in which nothing but zeros or nothing at all stands. */
final class AliveColumns {

    private static final Pattern TABLE = Pattern.compile("<table>.*?</table>", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("<tr>.*?</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>", Pattern.DOTALL);
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9][0-9,.\\h]*[.,][0-9]{2}\\h(EUR|GBP)");

    /** The row of a sheet, from 0, in which its heads stand. */
    private static final int HEADS = 2;

    private AliveColumns() {}

    /** The heads of all tables that have heads, in their order. */
    static List<String> ofPage(String page) {
        return tables(page).stream().flatMap(rows -> rows.get(0).stream()).toList();
    }

    /** Those below which each cell says nothing or zero. */
    static List<String> deadOnPage(String page) {
        List<String> dead = new ArrayList<>();
        for (List<List<String>> rows : tables(page)) {
            for (int i = 0; i < rows.get(0).size(); i++) {
                int column = i;
                if (rows.stream().skip(1).noneMatch(row -> says(row.get(column)))) {
                    dead.add(rows.get(0).get(column));
                }
            }
        }
        return dead;
    }

    /** All amounts with their currencies. */
    static List<String> amountsOfPage(String page) {
        return tables(page).stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .filter(cell -> AMOUNT.matcher(cell).matches())
                .toList();
    }

    /** Without anything that a line break may take the place of. */
    static String squeezed(String text) {
        return text.replaceAll("[\\s\\h\\u00ad]+", "");
    }

    private static List<List<List<String>>> tables(String page) {
        List<List<List<String>>> tables = new ArrayList<>();
        Matcher table = TABLE.matcher(page.substring(page.indexOf("<main")));
        while (table.find()) {
            if (table.group().contains("<thead>")) {
                List<List<String>> rows = new ArrayList<>();
                Matcher row = ROW.matcher(table.group());
                while (row.find()) {
                    rows.add(cells(row.group()));
                }
                tables.add(rows);
            }
        }
        return tables;
    }

    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        Matcher cell = CELL.matcher(row);
        while (cell.find()) {
            cells.add(cell.group(1).replaceAll("<[^>]*>", " ").strip());
        }
        return cells;
    }

    private static boolean says(String cell) {
        return AMOUNT.matcher(cell).matches() ? cell.matches(".*[1-9].*") : cell.matches("(?s).*[^0\\s].*");
    }

    /** The columns of all sheets that have a head and are not hidden, and below it nothing but zeros or nothing. */
    static List<String> deadInBook(byte[] file) throws IOException {
        List<String> dead = new ArrayList<>();
        try (Workbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (Sheet sheet : book) {
                for (Cell head : sheet.getRow(HEADS)) {
                    if (!sheet.isColumnHidden(head.getColumnIndex()) && isDead(sheet, head.getColumnIndex())) {
                        dead.add(sheet.getSheetName() + ": " + head.getStringCellValue());
                    }
                }
            }
        }
        return dead;
    }

    private static boolean isDead(Sheet sheet, int column) {
        for (Row row : sheet) {
            Cell cell = row.getRowNum() > HEADS ? row.getCell(column) : null;
            if (cell != null && says(cell)) {
                return false;
            }
        }
        return true;
    }

    private static boolean says(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> cell.getNumericCellValue() != 0;
            case BOOLEAN -> true;
            case STRING -> !cell.getStringCellValue().isBlank();
            default -> false;
        };
    }
}
