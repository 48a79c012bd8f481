package dev.cachewright.prompt;

/// A marked end of a reusable prefix, after a block.
///
/// @param blockId the block whose end is marked
/// @param ttl how long what ends here is kept, in the provider's own word (`5m`, `1h`); empty for the request's own
public record Breakpoint(String blockId, String ttl) {
}
