package dev.cachewright.provider.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.provider.CallEvent;
import dev.cachewright.provider.KeyMask;
import dev.cachewright.provider.Reply;
import dev.cachewright.session.Failure;
import dev.cachewright.session.Failure.Kind;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// Finds out why a call failed, and keeps the server's own words where there are any. Never holds the key, not even
/// where a server repeats it.
public final class Failures {

    private static final int LONGEST_MESSAGE = 500;
    /// Of a page in place of an answer.
    private static final int LONGEST_PAGE = 200;
    private static final Pattern SCRIPT = Pattern.compile("(?is)<(script|style|head)\\b.*?(?:</\\1>|$)");
    private static final int ACCEPTED = 200;
    // How the HTTP client says that a proxy did not let it through.
    private static final Pattern PROXY = Pattern.compile("Failed to authenticate with proxy"
            + "|Unexpected response code for CONNECT: *(\\d*).*|Received HTTP_PROXY_AUTH \\(407\\) code.*");
    private static final int PROXY_WANTS_LOGIN = 407;
    // How it says that an answer which must be empty is not.
    private static final Pattern NOT_EMPTY = Pattern.compile("HTTP (\\d{3}) had non-zero Content-Length.*");

    private final Failure.Server server;
    private final String key;
    private final Duration connect;

    /// @param key empty where the server is sent none
    /// @param connect the longest time for a connection
    Failures(Failure.Server server, String key, Duration connect) {
        this.server = server;
        this.key = key;
        this.connect = connect;
    }

    /// The server refused the request.
    CallEvent.Failed refused(Refusal refusal) {
        String body = refusal.body();
        return failed(RefusalKind.of(refusal.status(), body, !key.isEmpty()), refusal.status(),
                messageIn(body), refusal.retryAfterSeconds());
    }

    /// The server accepted the request, then reported an error in its answer.
    public CallEvent.Failed inStream(String body) {
        return failed(Kind.ERROR_IN_ANSWER, ACCEPTED, messageIn(body), 0);
    }

    /// Takes the key out of the events of one call.
    Consumer<CallEvent> masked(Consumer<CallEvent> events) {
        var mask = new KeyMask(key);
        return event -> events.accept(switch (event) {
            case CallEvent.Delta delta -> new CallEvent.Delta(mask.next(delta.text()));
            case CallEvent.Completed completed -> new CallEvent.Completed(mask.hide(completed.finishReason()),
                    mask.hideInJson(completed.usage()), masked(completed.reply(), mask));
            case CallEvent.Failed failed -> new CallEvent.Failed(failed.failure(), mask.hideInJson(failed.usage()));
            case CallEvent.Cancelled cancelled -> new CallEvent.Cancelled(mask.hideInJson(cancelled.usage()));
            default -> event;
        });
    }

    /// JSON of a server without the key.
    String masked(String json) {
        return new KeyMask(key).hideInJson(json);
    }

    private static Reply masked(Reply reply, KeyMask mask) {
        return new Reply(mask.hide(reply.id()), mask.hideInJson(reply.items()), mask.hideInJson(reply.diagnosis()));
    }

    /// The call did not keep its limits.
    CallEvent.Failed late(Deadline.Late late) {
        Duration limit = late.limit();
        return unanswered(late.kind(), limit.toSecondsPart() == 0 && limit.toMinutes() > 0
                ? limit.toMinutes() + " min"
                : limit.toMillis() / 1_000.0 + " s");
    }

    /// The answer was longer than any that a model gives.
    CallEvent.Failed tooMuch(TooMuch answer) {
        return unanswered(Kind.TOO_MUCH, answer.getMessage());
    }

    CallEvent.Failed cut() {
        return unanswered(Kind.CUT_OFF, "");
    }

    /// @param status with which the server accepted the request
    CallEvent.Failed noAnswer(int status) {
        return failed(Kind.NOT_AN_ANSWER, status, "", 0);
    }

    CallEvent.Failed noKey() {
        return unanswered(Kind.NO_KEY, "");
    }

    CallEvent.Failed unusableKey() {
        return unanswered(Kind.UNUSABLE_KEY, "");
    }

    CallEvent.Failed unsupported() {
        return unanswered(Kind.UNSUPPORTED_API, "");
    }

    /// There was no answer at all.
    CallEvent.Failed unreachable(Throwable cause) {
        if (causes(cause).anyMatch(each -> each instanceof CertificateException
                || each instanceof SSLPeerUnverifiedException)) {
            return unanswered(Kind.UNTRUSTED, "");
        }
        Optional<Matcher> proxy = said(cause, PROXY);
        if (proxy.isPresent()) {
            String status = Objects.toString(proxy.get().group(1), "");
            return failed(Kind.PROXY_REFUSED, status.isEmpty() ? PROXY_WANTS_LOGIN : Integer.parseInt(status), "", 0);
        }
        Optional<Matcher> notEmpty = said(cause, NOT_EMPTY);
        if (notEmpty.isPresent()) {
            return noAnswer(Integer.parseInt(notEmpty.get().group(1)));
        }
        Throwable found = causes(cause).filter(
                each -> each instanceof java.io.IOException && each.getCause() == null).findFirst().orElse(cause);
        return switch (found) {
            case SocketTimeoutException _ -> late(new Deadline.Late(Kind.SILENT, connect));
            case UnknownHostException _ -> unanswered(Kind.UNKNOWN_HOST, "");
            case ConnectException _,NoRouteToHostException _ -> unanswered(Kind.UNREACHABLE, "");
            case SSLException _ -> unanswered(Kind.NOT_SECURE, "");
            case ProtocolException _ -> unanswered(Kind.NOT_AN_ANSWER, "");
            default -> unanswered(Kind.BROKEN_OFF, "");
        };
    }

    /// The first message among the causes that has this form.
    private static Optional<Matcher> said(Throwable failure, Pattern form) {
        return causes(failure).map(each -> form.matcher(Objects.toString(each.getMessage(), "")))
                .filter(Matcher::matches).findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause);
    }

    private CallEvent.Failed unanswered(Kind kind, String said) {
        return failed(kind, 0, said, 0);
    }

    private CallEvent.Failed failed(Kind kind, int status, String said, long retryAfterSeconds) {
        String safe = new KeyMask(key).hide(said);
        String kept = shortened(safe, LONGEST_MESSAGE);
        return new CallEvent.Failed(new Failure.Known(kind, status, kept, server, retryAfterSeconds));
    }

    /// `{"error":{"message"}}`, `{"error":"…"}`, `{"message"}`, `{"detail"}`, or plain text; what a gateway passes on from
    /// the provider behind it says more than its own words.
    private static String messageIn(String body) {
        JsonNode root;
        try {
            root = RawJson.tree(body);
        } catch (InputException _) {
            String page = SCRIPT.matcher(body).replaceAll(" ");
            return shortened(page.replaceAll("<[^<>]*+>", " ").replaceAll("\\s+", " ").strip(), LONGEST_PAGE);
        }
        JsonNode error = root.path("error");
        return passedOn(error.path("metadata")).orElseGet(() -> Stream.of(error.path("message"), error,
                root.path("message"), root.path("detail"), root).filter(JsonNode::isTextual).map(JsonNode::asText)
                .findFirst().orElse(root.isObject() && !root.isEmpty() ? root.toString() : ""));
    }

    private static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most) + "…" : text;
    }

    /// OpenRouter's form: who said it, and what, which may be JSON again.
    private static Optional<String> passedOn(JsonNode metadata) {
        String said = messageIn(metadata.path("raw").asText(""));
        String who = metadata.path("provider_name").asText("");
        return Optional.of(said).filter(text -> !text.isBlank()).map(text -> who.isEmpty() ? text : who + ": " + text);
    }
}
