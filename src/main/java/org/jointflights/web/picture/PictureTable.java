package org.jointflights.web.picture;

import java.util.ArrayList;
import java.util.List;

/** The facts of a picture as rows; the first cell of each names it. */
public record PictureTable(String caption, List<Column> columns, List<List<String>> rows) {

    /** A column's heading, and whether numbers stand in it. */
    public record Column(String heading, boolean isNumber) {}

    public PictureTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Gathers the rows. */
    static final class Rows {

        private final List<List<String>> rows = new ArrayList<>();

        Rows add(String... cells) {
            rows.add(List.of(cells));
            return this;
        }

        PictureTable of(String caption, Column... columns) {
            return new PictureTable(caption, List.of(columns), rows);
        }
    }
}
