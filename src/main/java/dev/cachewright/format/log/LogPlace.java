package dev.cachewright.format.log;

/// Where something stands in a log.
///
/// @param file the name of its stream
/// @param line at which it begins, from 1 on; 0 where the whole log is meant
public record LogPlace(String file, long line) {

    /// `calls.jsonl:17`, or `calls.jsonl`.
    @Override
    public String toString() {
        return line == 0 ? file : file + ':' + line;
    }
}
