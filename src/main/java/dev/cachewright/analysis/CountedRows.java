package dev.cachewright.analysis;

import dev.cachewright.token.request.RequestTokens;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The requests of all rows of a prompt, counted once, and what they share.
///
/// @param rows one for each row of values; a prompt without rows has one request
public record CountedRows(List<CountedRequest> rows, StaticPrefix prefix) {

    public CountedRows {
        rows = List.copyOf(rows);
    }

    /// Where a row diverges from the first one.
    ///
    /// @param row its index
    public record Parting(int row, Divergence at) {
    }

    /// The first row that shares least with the first one, and where it diverges; empty where all are the same.
    public Optional<Parting> parting() {
        RequestTokens first = rows.getFirst().tokens();
        int[] shared = rows.stream().mapToInt(row -> row.tokens().commonPrefix(first)).toArray();
        return IntStream.range(1, shared.length).boxed().min(Comparator.comparingInt(row -> shared[row]))
                .map(row -> new Parting(row, Divergence.of(first, rows.get(row).tokens(), shared[row], "")))
                .filter(found -> !found.at().block().isEmpty());
    }
}
