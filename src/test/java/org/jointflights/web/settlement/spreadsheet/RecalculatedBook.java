package org.jointflights.web.settlement.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A statement's workbook, worked out anew by a program that knows nothing of how its values were found. */
public final class RecalculatedBook implements AutoCloseable {

    private final Workbook book;
    private FormulaEvaluator evaluator;

    public RecalculatedBook(byte[] file) throws IOException {
        this.book = new XSSFWorkbook(new ByteArrayInputStream(file));
        this.evaluator = book.getCreationHelper().createFormulaEvaluator();
    }

    public boolean has(String sheet) {
        return book.getSheet(sheet) != null;
    }

    /** The text of a cell, for example {@code R4}. */
    public String text(String sheet, String cell) {
        return evaluator.evaluate(cell(sheet, cell)).getStringValue();
    }

    public boolean truth(String sheet, String cell) {
        return evaluator.evaluate(cell(sheet, cell)).getBooleanValue();
    }

    /** An amount in cents. */
    public long cents(String sheet, String cell) {
        return BigDecimal.valueOf(number(sheet, cell))
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    public double number(String sheet, String cell) {
        return evaluator.evaluate(cell(sheet, cell)).getNumberValue();
    }

    /** Whether the cell is worked out in the sheet. */
    public boolean isFormula(String sheet, String cell) {
        return cell(sheet, cell).getCellType() == CellType.FORMULA;
    }

    /** Somebody types another number. */
    public void type(String sheet, String cell, double number) {
        cell(sheet, cell).setCellValue(number);
        evaluator = book.getCreationHelper().createFormulaEvaluator();
    }

    /**
     * Takes away the weight of the first party that bears something of an item that others share as well; says whether there is one.
     */
    public boolean changeWeight(String sheet) {
        for (Row row : book.getSheet(sheet)) {
            Cell weight = row.getCell(CellReference.convertColStringToIndex("G"));
            if (row.getRowNum() > 2 && weight != null && weight.getCellType() == CellType.FORMULA) {
                int number = row.getRowNum() + 1;
                boolean shared = number(sheet, "G" + number) < number(sheet, "H" + number);
                if (shared && cents(sheet, "R" + number) != 0) {
                    weight.removeFormula();
                    type(sheet, "G" + number, 0);
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * A program that takes the name of a workbook and of the file into which it writes it, worked out anew, finds the same in every cell
     * that has a formula; says how many there are.
     */
    public static int requireSameByAnother(byte[] file, String program, Path folder)
            throws IOException, InterruptedException {
        Path written = folder.resolve("written.xlsx");
        Path found = folder.resolve("found.xlsx");
        Files.write(written, file);
        List<String> command = new ArrayList<>(Arrays.asList(program.split(" ", -1)));
        command.add(written.toString());
        command.add(found.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        assertThat(process.waitFor()).as(folder.resolve("said.txt").toString()).isZero();
        try (Workbook ours = new XSSFWorkbook(new ByteArrayInputStream(file));
                Workbook theirs = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(found)))) {
            int formulas = 0;
            for (Sheet sheet : ours) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            formulas++;
                            String where =
                                    sheet.getSheetName() + "!" + cell.getAddress() + " =" + cell.getCellFormula();
                            Cell other = theirs.getSheet(sheet.getSheetName())
                                    .getRow(row.getRowNum())
                                    .getCell(cell.getColumnIndex());
                            requireSame(where, cell, other);
                        }
                    }
                }
            }
            return formulas;
        }
    }

    private static void requireSame(String where, Cell cell, Cell other) {
        CellType type =
                other.getCellType() == CellType.FORMULA ? other.getCachedFormulaResultType() : other.getCellType();
        assertThat(type).as(where).isEqualTo(cell.getCachedFormulaResultType());
        switch (type) {
            case NUMERIC -> {
                double written = cell.getNumericCellValue();
                assertThat(other.getNumericCellValue())
                        .as(where)
                        .isCloseTo(written, within(Math.max(1e-7, Math.abs(written) * 1e-12)));
            }
            case BOOLEAN -> assertThat(other.getBooleanCellValue()).as(where).isEqualTo(cell.getBooleanCellValue());
            case STRING -> assertThat(other.getStringCellValue()).as(where).isEqualTo(cell.getStringCellValue());
            default -> assertThat(other.getErrorCellValue()).as(where).isEqualTo(cell.getErrorCellValue());
        }
    }

    /** The row, from 1, whose cell in that column holds this text; throws where there is none. */
    public int row(String sheet, String column, String text) {
        int place = CellReference.convertColStringToIndex(column);
        for (Row row : book.getSheet(sheet)) {
            Cell cell = row.getCell(place);
            if (cell != null && cell.getCellType() == CellType.STRING && text.equals(cell.getStringCellValue())) {
                return row.getRowNum() + 1;
            }
        }
        throw new AssertionError("no " + text + " in column " + column + " of " + sheet);
    }

    /** What the last line of the totals says. */
    public boolean everythingAgrees() {
        return truth("Totals", "B" + row("Totals", "A", "Everything agrees"));
    }

    /** Every value that the file was written with is what its formula gives; says how many there are. */
    public int requireSameInEveryCell() {
        int formulas = 0;
        for (Sheet sheet : book) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        formulas++;
                        requireSame(
                                sheet.getSheetName() + "!" + cell.getAddress() + " =" + cell.getCellFormula(), cell);
                    }
                }
            }
        }
        return formulas;
    }

    private void requireSame(String where, Cell cell) {
        CellValue found = evaluator.evaluate(cell);
        assertThat(found.getCellType()).as(where).isEqualTo(cell.getCachedFormulaResultType());
        switch (found.getCellType()) {
            case NUMERIC -> {
                double written = cell.getNumericCellValue();
                assertThat(found.getNumberValue())
                        .as(where)
                        .isCloseTo(written, within(Math.max(1e-7, Math.abs(written) * 1e-12)));
            }
            case BOOLEAN -> assertThat(found.getBooleanValue()).as(where).isEqualTo(cell.getBooleanCellValue());
            case STRING -> assertThat(found.getStringValue()).as(where).isEqualTo(cell.getStringCellValue());
            default -> assertThat(found.getErrorValue()).as(where).isEqualTo(cell.getErrorCellValue());
        }
    }

    private Cell cell(String sheet, String cell) {
        CellReference place = new CellReference(cell);
        return book.getSheet(sheet).getRow(place.getRow()).getCell(place.getCol());
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
