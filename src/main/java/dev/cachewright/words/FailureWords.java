package dev.cachewright.words;

import dev.cachewright.session.Failure;
import java.util.Locale;
import java.util.regex.Pattern;

/// Why a call failed and what to do next, in words.
public final class FailureWords {

    private static final String MODEL = "model: ";
    /// All that Anthropic says of a model that it does not have.
    private static final Pattern ONLY_MODEL = Pattern.compile(MODEL + "\\S+");

    private FailureWords() {
    }

    /// The failure with what it ended: texts of this stem say it for calls that were refused (`failed`), that got no
    /// answer (`unanswered`), whose answer broke off (`cut`), and that were accepted and failed within their answer
    /// (`broken`), where the status says nothing.
    ///
    /// @param number of the call
    public static String ended(String stem, int number, Failure failure) {
        return Texts.format(stem + how(failure), number, String.valueOf(failure.status()), sentence(failure));
    }

    private static String how(Failure failure) {
        String plain = failure.status() == 0 ? "unanswered" : "failed";
        return failure instanceof Failure.Known known
                ? switch (known.kind()) {
                    case ERROR_IN_ANSWER -> "broken";
                    case FELL_SILENT, TOOK_TOO_LONG, TOO_MUCH, CUT_OFF -> "cut";
                    default -> plain;
                }
                : plain;
    }

    /// What went wrong: in the server's own words where it sent some.
    public static String message(Failure failure) {
        return switch (failure) {
            case Failure.Known known -> message(known);
            case Failure.Worded worded -> worded.message();
        };
    }

    /// What to do next: `Wait 20 seconds, then send it again`.
    public static String advice(Failure failure) {
        return switch (failure) {
            case Failure.Known known -> advice(known);
            case Failure.Worded worded -> worded.advice();
        };
    }

    /// Message and advice, one sentence each: `Rate limit reached. Wait 20 seconds, then send it again.`
    public static String sentence(Failure failure) {
        return (ended(message(failure)) + " " + ended(advice(failure))).strip();
    }

    private static boolean isRedirect(Failure.Known failure) {
        return failure.status() / 100 == 3;
    }

    private static String message(Failure.Known failure) {
        return switch (failure.kind()) {
            case NOT_SECURE, BROKEN_OFF, SILENT -> failure.said().isEmpty()
                    ? format("failure.message.", failure)
                    : format("failure.because.", failure);
            case MODEL_NOT_FOUND -> ONLY_MODEL.matcher(failure.said()).matches()
                    ? format("failure.message.", failure, failure.said().substring(MODEL.length()))
                    : said(failure);
            case REQUEST_REFUSED, TOO_LONG, KEY_WANTED, KEY_REFUSED, FORBIDDEN, QUOTA_EXHAUSTED, NOT_FOUND,
                    RATE_LIMITED,
                    SERVER_TIMEOUT, SERVER_ERROR, REFUSED ->
                said(failure);
            case FELL_SILENT, TOOK_TOO_LONG, TOO_MUCH -> format("failure.message.", failure);
            case NO_KEY, UNUSABLE_KEY, UNSUPPORTED_API, UNKNOWN_HOST, UNREACHABLE, UNTRUSTED, PROXY_REFUSED, CUT_OFF,
                    NO_ANSWER, NOT_AN_ANSWER, ERROR_IN_ANSWER ->
                failure.said().isEmpty() ? format("failure.message.", failure) : failure.said();
        };
    }

    private static String said(Failure.Known failure) {
        if (isRedirect(failure)) {
            return Texts.format("failure.redirect", String.valueOf(failure.status()));
        }
        return failure.said().isEmpty()
                ? Texts.format("failure.without-message", String.valueOf(failure.status()))
                : failure.said();
    }

    private static String advice(Failure.Known failure) {
        if (failure.kind() == Failure.Kind.NO_KEY && failure.server().keyVariable().isEmpty()) {
            return Texts.get("failure.advice.key-wanted");
        }
        return failure.kind() == Failure.Kind.RATE_LIMITED && failure.retryAfterSeconds() > 0
                ? Texts.format("failure.advice.wait", failure.retryAfterSeconds())
                : format("failure.advice.", failure);
    }

    private static String format(String prefix, Failure.Known failure) {
        return format(prefix, failure, failure.said());
    }

    private static String format(String prefix, Failure.Known failure, String said) {
        String key = failure.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Texts.format(prefix + key, failure.server().address(), failure.server().keyVariable(), said);
    }

    private static String ended(String sentence) {
        return sentence.isEmpty() || sentence.matches("(?s).*[.!?…]") ? sentence : sentence + ".";
    }
}
