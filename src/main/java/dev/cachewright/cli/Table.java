package dev.cachewright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Rows in columns.
final class Table {

    private static final String GAP = "  ";

    private final String sides;
    private final List<List<String>> rows = new ArrayList<>();

    /// @param sides for each column `<` where its cells stand to the left, as words do, or `>` to the right
    Table(String sides, String... heads) {
        this.sides = sides;
        rows.add(List.of(heads));
    }

    void add(String... cells) {
        rows.add(List.of(cells));
    }

    List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private String line(List<String> row) {
        var line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            int width = width(column);
            String cell = row.get(column);
            String space = " ".repeat(width - cell.length());
            line.append(column == 0 ? "" : GAP).append(sides.charAt(column) == '<' ? cell + space : space + cell);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
