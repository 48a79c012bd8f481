package dev.cachewright.format.record;

import java.util.List;

/// What a file of recorded calls holds.
///
/// @param unread the lines that are calls to endpoints which hold no prompt that can be read: embeddings, pictures,
/// other vendors' own forms
public record Recording(List<RecordedCall> calls, List<Unread> unread) {

    public Recording {
        calls = List.copyOf(calls);
        unread = List.copyOf(unread);
    }

    /// A line that was passed over.
    ///
    /// @param line its number, from 1 on
    public record Unread(int line, String endpoint) {
    }
}
