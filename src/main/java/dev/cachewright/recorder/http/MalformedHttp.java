package dev.cachewright.recorder.http;

import java.io.IOException;

/// What came is not HTTP/1.1, or a form of it that two readers could take for different requests.
final class MalformedHttp extends IOException {

    private static final long serialVersionUID = 1L;

    /// @param words for whoever sent it, without anything of what was sent
    MalformedHttp(String words) {
        super(words);
    }
}
