package dev.cachewright.recorder.http;

/// The first line of a request.
///
/// @param target what it asks for, mostly path and query
record RequestLine(String method, String target, String version) {

    static RequestLine of(HttpHead head) throws MalformedHttp {
        String[] parts = head.first().split(" ", -1);
        if (parts.length != 3 || parts[0].isEmpty() || parts[1].isEmpty() || !parts[2].matches("HTTP/1\\.[01]")) {
            throw new MalformedHttp("This is not a request of HTTP/1.1");
        }
        return new RequestLine(parts[0], parts[1], parts[2]);
    }

    /// The line with another target.
    String to(String other) {
        return method + " " + other + " " + version;
    }
}
