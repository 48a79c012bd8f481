package dev.cachewright.recorder.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// An answer of our own in place of a server's, in the form of an error that clients of all APIs read.
///
/// @param words for people; nothing of the request is in them
record Refusal(int status, String words) {

    private static final Map<Integer, String> REASONS = Map.of(400, "Bad Request", 403, "Forbidden", 404, "Not Found",
            502, "Bad Gateway");

    byte[] bytes() {
        byte[] body = ("{\"type\":\"error\",\"error\":{\"type\":\"cachewright\",\"message\":\""
                + words.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}}").getBytes(StandardCharsets.UTF_8);
        byte[] head = ("HTTP/1.1 " + status + " " + REASONS.getOrDefault(status, "Refused")
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }
}
