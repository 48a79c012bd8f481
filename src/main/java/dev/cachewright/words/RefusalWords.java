package dev.cachewright.words;

import dev.cachewright.cache.request.Refusal;
import java.util.Locale;

/// What a provider refuses of a prompt's cache fields, and how long it keeps entries, in words.
public final class RefusalWords {

    private RefusalWords() {
    }

    /// Why something is refused, and what would be accepted: `this model does not support breakpoints`.
    public static String of(Refusal refusal) {
        String key = refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Texts.format("refusal." + key, refusal.value(), String.join(", ", refusal.allowed()));
    }

    /// The refusal in a line of its own: `the breakpoint after "policy" is not sent: this model does not support
    /// breakpoints`.
    public static String line(Refusal refusal) {
        if (refusal.reason() == Refusal.Reason.KEY_TOO_LONG) {
            return Texts.format("refusal-line.nothing-sent", of(refusal));
        }
        String line = refusal.isHint() ? "hint" : refusal.isLeftOut() ? "not-sent" : "refused";
        return Texts.format("refusal-line." + line, what(refusal), of(refusal));
    }

    /// The same of a request that was sent as it is: `the breakpoint after "policy" is refused by the server: …`.
    public static String lineOfSent(Refusal refusal) {
        return Texts.format("refusal-line." + (refusal.isHint() ? "hint" : "refused"), what(refusal), of(refusal));
    }

    private static String what(Refusal refusal) {
        if (refusal.part().isPresent()) {
            return Texts.format("refusal-line.part", refusal.blockId(), refusal.part().getAsInt());
        }
        if (refusal.reason().field() == Refusal.Field.OTHER) {
            String key = refusal.blockId().isEmpty() ? "refusal-line.other" : "refusal-line.other-in";
            return Texts.format(key, refusal.value(), refusal.blockId());
        }
        return Texts.format("refusal-line." + refusal.reason().field().name().toLowerCase(Locale.ROOT),
                refusal.blockId().isEmpty() ? refusal.value() : refusal.blockId());
    }

    /// `30 min` for `30m`, `12 h` for `12h`; any other word unchanged.
    public static String lifetime(String ttl) {
        String number = ttl.isEmpty() ? "" : ttl.substring(0, ttl.length() - 1);
        if (!number.matches("\\d+")) {
            return ttl;
        }
        return switch (ttl.charAt(ttl.length() - 1)) {
            case 'm' -> Texts.format("refusal.minutes", number);
            case 'h' -> Texts.format("refusal.hours", number);
            default -> ttl;
        };
    }
}
