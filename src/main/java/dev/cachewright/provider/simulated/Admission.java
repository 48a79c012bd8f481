package dev.cachewright.provider.simulated;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.cachewright.provider.simulated.answer.ApiError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which requests are read at all: those of programs on this machine, in JSON, up to a size.
///
/// A page that a browser loads from elsewhere reaches loopback too, under a name of its own or with its own origin.
final class Admission {

    /// In bytes.
    static final int LARGEST_BODY = 32 << 20;

    /// What is read past that, so that a client gets to hear why it is refused.
    private static final long LONGEST_REST = 256L << 20;

    private static final String LOOPBACK = "(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::\\d{1,5})?";
    private static final Pattern HOST = Pattern.compile(LOOPBACK, Pattern.CASE_INSENSITIVE);
    private static final Pattern ORIGIN = Pattern.compile("https?://" + LOOPBACK, Pattern.CASE_INSENSITIVE);
    private static final Pattern JSON = Pattern.compile("application/json\\s*+(?:;.*)?", Pattern.CASE_INSENSITIVE);

    private Admission() {
    }

    /// Refuses what can be refused before the body comes.
    ///
    /// @throws ApiError 400, 403, 413 or 415
    static void checkHead(Headers headers) {
        long length = length(headers);
        check(headers, length == 0);
        if (length > LARGEST_BODY) {
            throw tooLarge();
        }
    }

    /// The body of a request whose head is in order.
    ///
    /// @throws ApiError 413 where it does not say how long it is, and is too long
    static String read(HttpExchange http) throws IOException {
        byte[] body = http.getRequestBody().readNBytes(LARGEST_BODY);
        if (http.getRequestBody().read() >= 0) {
            throw tooLarge();
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    /// Reads what is left of the body of a refused request, within reason: the connection stays usable, and a client
    /// that first sends everything gets to hear why it is refused.
    static void discard(HttpExchange http) throws IOException {
        InputStream in = http.getRequestBody();
        byte[] rest = new byte[1 << 16];
        int count = in.read(rest);
        for (long read = 0; count >= 0 && read < LONGEST_REST; read += count) {
            count = in.read(rest);
        }
    }

    private static ApiError tooLarge() {
        return ApiError.tooLarge("The body is larger than 32 MB, which is more than the simulator reads.");
    }

    /// The length that a request says its body has; -1 where it has one and does not say.
    private static long length(Headers headers) {
        // The server itself refuses a length that is no number.
        return first(headers, "Content-Length").map(Long::parseLong)
                .orElse(headers.containsKey("Transfer-Encoding") ? -1L : 0L);
    }

    private static void check(Headers headers, boolean isEmpty) {
        Optional<String> host = first(headers, "Host");
        if (host.isEmpty()) {
            throw ApiError.badRequest("", "", "The request has no Host header.");
        }
        if (!HOST.matcher(host.get()).matches()) {
            throw ApiError.forbidden("The simulator answers to localhost, not to " + host.get() + ".");
        }
        Optional<String> origin = first(headers, "Origin");
        if (origin.isPresent() && !ORIGIN.matcher(origin.get()).matches()) {
            throw ApiError.forbidden("The simulator does not answer pages from " + origin.get() + ".");
        }
        String type = first(headers, "Content-Type").orElse("");
        if (!isEmpty && !JSON.matcher(type).matches()) {
            throw ApiError.unsupportedType("Unsupported content type: '" + type
                    + "'. This API method only accepts 'application/json' requests, but you specified the header "
                    + "'Content-Type: " + type + "'. Please try again with a supported content type.");
        }
    }

    private static Optional<String> first(Headers headers, String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }
}
