package dev.cachewright.format.record;

import dev.cachewright.prompt.Api;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a recorded request was sent: a path, or a whole address.
///
/// @param host the server; empty where a path is all that was recorded
/// @param path decoded, without a query
public record Endpoint(String host, String path) {

    private static final String ANTHROPIC = "api.anthropic.com";
    private static final Pattern ADDRESS = Pattern.compile("(?:[a-zA-Z][a-zA-Z0-9+.-]*://([^/?#]*))?([^?#]*).*",
            Pattern.DOTALL);
    private static final Pattern BEDROCK = Pattern.compile(
            "(?:.*/)?model/(.+)/(converse|converse-stream|invoke|invoke-with-response-stream)");

    /// What was recorded, taken apart.
    public static Endpoint of(String recorded) {
        Matcher address = ADDRESS.matcher(recorded.strip());
        if (!address.matches()) {
            return new Endpoint("", recorded);
        }
        String host = address.group(1) == null ? "" : address.group(1);
        String path = decoded(address.group(2));
        return new Endpoint(host, path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1)
                : path);
    }

    /// Whether a server is known to be another than Anthropic's.
    ///
    /// @param host empty where it is not known
    public static boolean isElsewhere(String host) {
        return !host.isEmpty() && !host.equals(ANTHROPIC);
    }

    /// The model that the path names, as Bedrock's do; empty where it names none.
    public String model() {
        Matcher path = BEDROCK.matcher(path());
        return path.matches() ? path.group(1).substring(path.group(1).lastIndexOf('/') + 1) : "";
    }

    /// Whether requests there have the form of Bedrock's Converse.
    public boolean isConverse() {
        Matcher path = BEDROCK.matcher(path());
        return path.matches() && path.group(2).startsWith("converse");
    }

    /// The form of the requests there; empty where it is none that can be read.
    public Optional<Api> api() {
        if (isConverse() || model().contains("anthropic.")) {
            return Optional.of(Api.MESSAGES);
        }
        return path.isEmpty() ? Optional.empty() : Api.ofEndpoint(path);
    }

    private static String decoded(String path) {
        try {
            // A plus is a space in forms, not in paths.
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return path;
        }
    }
}
