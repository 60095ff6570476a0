package org.jointflights.web.settlement.spreadsheet;

import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the cells of a statement look; a workbook holds each look once. */
final class SheetStyles {

    private static final byte[] BLUE = {(byte) 0xDC, (byte) 0xE6, (byte) 0xF1};
    private static final byte[] RED = {(byte) 0xF4, (byte) 0xB6, (byte) 0xB6};
    private static final short TITLE_POINTS = 14;
    private static final int MOST_DECIMALS = 4;

    private final XSSFCellStyle title;
    private final XSSFCellStyle heading;
    private final XSSFCellStyle bold;
    private final XSSFCellStyle[] money;

    SheetStyles(XSSFWorkbook book) {
        XSSFFont strong = book.createFont();
        strong.setBold(true);
        XSSFFont large = book.createFont();
        large.setBold(true);
        large.setFontHeightInPoints(TITLE_POINTS);
        title = book.createCellStyle();
        title.setFont(large);
        heading = book.createCellStyle();
        heading.setFont(strong);
        heading.setWrapText(true);
        heading.setFillForegroundColor(new XSSFColor(BLUE));
        heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        bold = book.createCellStyle();
        bold.setFont(strong);
        money = new XSSFCellStyle[MOST_DECIMALS + 1];
        for (int decimals = 0; decimals < money.length; decimals++) {
            money[decimals] = book.createCellStyle();
            String format = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
            money[decimals].setDataFormat(book.createDataFormat().getFormat(format));
        }
    }

    XSSFCellStyle title() {
        return title;
    }

    XSSFCellStyle heading() {
        return heading;
    }

    XSSFCellStyle bold() {
        return bold;
    }

    /** An amount with so many decimals, up to four. */
    XSSFCellStyle money(int decimals) {
        return money[decimals];
    }

    void red(ConditionalFormattingRule rule) {
        PatternFormatting fill = rule.createPatternFormatting();
        fill.setFillBackgroundColor(new XSSFColor(RED));
        fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
    }
}
