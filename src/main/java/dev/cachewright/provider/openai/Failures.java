package dev.cachewright.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.provider.CallEvent;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Says what went wrong, in the server's own words where there are any, and what to do next. Never holds the key, not
/// even where a server repeats it.
final class Failures {

    private static final int LONGEST_MESSAGE = 1_000;

    private final String address;
    private final String key;

    /// @param address of the server, for people
    Failures(String address, String key) {
        this.address = address;
        this.key = key;
    }

    /// The server refused the request.
    CallEvent.Failed refused(int status, String body, long retryAfterSeconds) {
        String message = messageIn(body);
        return failed(status, message.isEmpty() ? "The server answered " + status + " without a message" : message,
                advice(status, body, retryAfterSeconds), retryAfterSeconds);
    }

    /// The server accepted the request, then reported an error in its answer.
    CallEvent.Failed inStream(String body) {
        String message = messageIn(body);
        return failed(200, message.isEmpty() ? "The server ended the answer with an error" : message,
                "Send it again; where it fails again, check the request", 0);
    }

    CallEvent.Failed cut() {
        return failed(0, "The connection was closed before the answer ended",
                "Send it again; what has arrived is kept", 0);
    }

    CallEvent.Failed noAnswer() {
        return failed(200, "The server answered with something other than a model's answer",
                "Check the base URL: " + address + " may not be an OpenAI-compatible server", 0);
    }

    CallEvent.Failed noKey() {
        return failed(0, "There is no key for " + address, "Set OPENAI_API_KEY in the environment, then start again",
                0);
    }

    CallEvent.Failed unusableKey() {
        return failed(0, "The key holds characters that cannot be sent", "Check OPENAI_API_KEY for stray characters",
                0);
    }

    CallEvent.Failed unsupported() {
        return failed(0, "This server takes Chat Completions and Responses", "Choose one of these for the prompt", 0);
    }

    /// There was no answer at all.
    CallEvent.Failed unreachable(Throwable cause) {
        Throwable found = Stream.iterate(cause, each -> each != null, Throwable::getCause).filter(
                each -> each instanceof java.io.IOException && each.getCause() == null).findFirst().orElse(cause);
        return switch (found) {
            case SocketTimeoutException _ -> failed(0, address + " did not answer in time",
                    "Send it again; a local server may still be loading its model", 0);
            case UnknownHostException _ -> failed(0, "There is no server named in " + address,
                    "Check the base URL and the network", 0);
            case ConnectException _,NoRouteToHostException _ -> failed(0, "Nothing answers at " + address,
                    "Is the server running there? Start it, or choose another profile", 0);
            case SSLException _ -> failed(0, "No secure connection to " + address + ": " + found.getMessage(),
                    "Check whether the base URL begins with http or https", 0);
            default -> failed(0, "The connection to " + address + " broke: " + found.getMessage(), "Send it again", 0);
        };
    }

    private CallEvent.Failed failed(int status, String message, String advice, long retryAfterSeconds) {
        String safe = key.isEmpty() ? message : message.replace(key, "…");
        String shown = safe.length() > LONGEST_MESSAGE ? safe.substring(0, LONGEST_MESSAGE) + "…" : safe;
        return new CallEvent.Failed(status, shown, advice, retryAfterSeconds);
    }

    private static String advice(int status, String body, long retryAfterSeconds) {
        if (body.contains("insufficient_quota")) {
            return "Check the plan and the billing of the account";
        }
        return switch (status) {
            case 400, 413, 422 -> "Check the request: the server's message says what it does not take";
            case 401 -> "Check the key in OPENAI_API_KEY, then start again";
            case 403 -> "Check what the key may use: its project, the model, the region";
            case 404, 405 -> "Check the model and the base URL, which ends in /v1 as a rule";
            case 408, 504 -> "Send it again; it took the server too long";
            case 429 -> retryAfterSeconds > 0
                    ? "Wait " + Duration.ofSeconds(retryAfterSeconds).toSeconds() + " seconds, then send it again"
                    : "Wait a moment, then send it again";
            default -> status >= 500
                    ? "Send it again in a moment: the server has a problem"
                    : "Check the base URL and the request";
        };
    }

    /// `{"error":{"message"}}`, `{"error":"…"}`, `{"message"}`, `{"detail"}`, or plain text.
    private static String messageIn(String body) {
        JsonNode root;
        try {
            root = RawJson.tree(body);
        } catch (InputException _) {
            return body.replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " ").strip();
        }
        JsonNode error = root.path("error");
        return Stream.of(error.path("message"), error, root.path("message"), root.path("detail"), root)
                .filter(JsonNode::isTextual).map(JsonNode::asText).findFirst()
                .orElse(root.isObject() && !root.isEmpty() ? root.toString() : "");
    }
}
