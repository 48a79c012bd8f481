package dev.cachewright.format.record;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.cachewright.session.Call;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// Calls as CSV: a head of names that stay, and a line for each call with its figures, without what it sent.
///
/// What is not known is empty, which is not 0. A text that a spreadsheet would take for a formula is made harmless.
public final class SessionCsv {

    private SessionCsv() {
    }

    /// @throws IOException where `out` takes no more; it stays open
    public static void write(List<Call> calls, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(CsvColumn.all().stream().map(CsvColumn::name).toList());
        for (Call call : calls) {
            csv.writeRecord(CsvColumn.all().stream().map(column -> column.cell(call)).toList());
        }
        csv.flush();
    }
}
