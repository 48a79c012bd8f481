package dev.cachewright.cli.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// A table of text: rows with aligned columns.
public final class Table {

    private static final String GAP = "  ";

    private final String sides;
    private final List<List<String>> rows = new ArrayList<>();

    /// @param sides for each column `<` where its cells are aligned to the left, as words are, or `>` to the right
    public Table(String sides, String... heads) {
        this.sides = sides;
        rows.add(List.of(heads));
    }

    public void add(String... cells) {
        rows.add(List.of(cells));
    }

    public List<String> lines() {
        int[] widths = IntStream.range(0, sides.length()).map(this::width).toArray();
        return rows.stream().map(row -> line(row, sides, column -> widths[column])).toList();
    }

    private static String line(List<String> cells, String sides, IntUnaryOperator widths) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            line.append(column == 0 ? "" : GAP)
                    .append(cell(cells.get(column), widths.applyAsInt(column), sides.charAt(column)));
        }
        return line.toString().stripTrailing();
    }

    private static String cell(String cell, int width, char side) {
        String space = " ".repeat(Math.max(0, width - cell.length()));
        return side == '<' ? cell + space : space + cell;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    /// Columns whose rows are printed before all of them are known.
    ///
    /// @param sides as for a table
    /// @param widths the least width of each column
    public record Columns(String sides, List<String> heads, List<Integer> widths) {

        public String head() {
            return line(heads);
        }

        public String line(List<String> cells) {
            return Table.line(cells, sides, column -> Math.max(widths.get(column), heads.get(column).length()));
        }
    }
}
