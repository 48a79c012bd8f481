package dev.cachewright.analysis;

import java.util.List;

/// The requests of all rows of a prompt, counted once, and what they share.
///
/// @param rows one for each row of values; a prompt without rows has one request
public record CountedRows(List<CountedRequest> rows, StaticPrefix prefix) {

    public CountedRows {
        rows = List.copyOf(rows);
    }
}
