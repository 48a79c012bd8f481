package dev.cachewright.format.log;

/// Where something stands in a log.
///
/// @param file the name of its stream
/// @param line at which it begins, from 1 on
public record LogPlace(String file, long line) {

    /// `calls.jsonl:17`.
    @Override
    public String toString() {
        return file + ':' + line;
    }
}
