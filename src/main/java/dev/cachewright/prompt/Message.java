package dev.cachewright.prompt;

import java.util.List;
import java.util.stream.Collectors;

/// One message of a request, or its tools or schema, as rendered.
///
/// @param form how the text appears in the request body; parts are one a block
/// @param segments never empty; in order, each with its origin
public record Message(Role role, Form form, List<Segment> segments) {

    public Message {
        segments = List.copyOf(segments);
    }

    /// The text as it is sent, in one piece; made anew at each call.
    public String text() {
        return segments.size() == 1
                ? segments.getFirst().text()
                : segments.stream().map(Segment::text).collect(Collectors.joining());
    }
}
