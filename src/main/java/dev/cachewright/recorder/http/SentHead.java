package dev.cachewright.recorder.http;

import java.util.List;
import java.util.Set;

/// The head of a request as it goes on: to the path and the host of its server, and else as it came.
///
/// The offer to go on in HTTP/2 is left out: it is made to this connection, and what follows it could not be read.
final class SentHead {

    private static final Set<String> OFFER = Set.of("upgrade", "http2-settings");

    private SentHead() {
    }

    static byte[] of(RequestLine line, HttpHead head, Route route) {
        boolean isOffer = head.elements("upgrade").equals(List.of("h2c"));
        boolean isAll = OFFER.containsAll(head.elements("connection"));
        return head.with(line.to(route.targetThere(line.target())), "host", route.authority(),
                field -> isOffer && (OFFER.contains(field) || isAll && field.equals("connection")));
    }

    /// Whether the client wants to leave HTTP, as for a WebSocket.
    static boolean isUpgrade(HttpHead head) {
        List<String> wanted = head.elements("upgrade");
        return !wanted.isEmpty() && !wanted.equals(List.of("h2c"));
    }
}
