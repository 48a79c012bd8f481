package dev.cachewright.format.recover;

/// Calls that no recovered prompt has, for one reason.
///
/// @param reason in words that follow a count
/// @param first the place of the first of them
public record LeftOut(String reason, int count, String first) {
}
