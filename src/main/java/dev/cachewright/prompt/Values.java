package dev.cachewright.prompt;

import java.util.List;

/// The data set behind the variables: one row renders one request.
///
/// @param name what people see, as a rule the file name; empty where there is no data set
/// @param columns the column names in their order
public record Values(String name, List<String> columns, List<Row> rows) {

    private static final Values NONE = new Values("", List.of(), List.of());

    public Values {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// No data set: requests render from the defaults of the prompt alone.
    public static Values none() {
        return NONE;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /// The row at `index`, an empty one where there is none.
    public Row row(int index) {
        return index >= 0 && index < rows.size() ? rows.get(index) : Row.empty();
    }

    /// The rows, or one empty row where there are none, so that a prompt always has a request.
    public List<Row> rowsOrEmpty() {
        return rows.isEmpty() ? List.of(Row.empty()) : rows;
    }
}
