package dev.cachewright.traffic.piece;

import dev.cachewright.prompt.Role;

/// A part of a request: a tool, the schema, or a piece of content of a message.
///
/// @param path in the body of the request, as a JSON pointer
/// @param message the number of its message, tools and schema included, from 0 on
/// @param end the piece after its last one
public record RequestPart(Role role, String path, int message, int end) {
}
