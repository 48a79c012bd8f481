package dev.cachewright.recorder.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Decides whether a request is answered: only one from a program on this computer that means this server.
///
/// Any page in a browser can send requests to this computer, and by a name that it controls (DNS rebinding) read the
/// answers. Such requests name that host, or say that they come from a page; programs do neither.
final class Admission {

    private Admission() {
    }

    /// Why a request is not answered; empty where it is.
    static Optional<Refusal> refusal(RequestLine line, HttpHead head) {
        List<String> hosts = head.values("host");
        if (hosts.size() != 1 || !isLoopback(hosts.getFirst())) {
            return Optional.of(new Refusal(403, "This is a recorder for programs on this computer: call it as "
                    + "127.0.0.1 or localhost"));
        }
        if (!head.values("origin").isEmpty() || !head.values("sec-fetch-site").isEmpty()) {
            return Optional.of(new Refusal(403, "This is a recorder for programs on this computer: a web page cannot "
                    + "use it"));
        }
        if (line.method().equals("CONNECT") || !line.target().startsWith("/")) {
            return Optional.of(new Refusal(400, "This is a recorder and no proxy: give its address as base URL, and "
                    + "leave 127.0.0.1 out of the proxy (NO_PROXY=127.0.0.1)"));
        }
        return Optional.empty();
    }

    /// By the name alone, whatever it stands for: who asks a name server can be told anything.
    static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", "");
        return name.equals("localhost") || name.equals("[::1]") || name.matches("127(\\.\\d{1,3}){3}");
    }
}
