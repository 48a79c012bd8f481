package dev.cachewright.format.log;

import dev.cachewright.session.Usage;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells a usage that cannot be right. Nothing of it is used: where one count is wrong, the others are not known to be
/// right.
///
/// A count that is no number at all, or a form that is not known, is no wrong usage: what else is told of it stays.
final class WrongUsage {

    private static final String BEGIN = "usage not used: ";

    private static final Pattern WHOLE = Pattern.compile("-?\\d+");
    private static final Pattern NUMBER = Pattern
            .compile("-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?|\"-?\\d+(?:\\.\\d+)?\"");

    private WrongUsage() {
    }

    /// Why it cannot be right, in words of which there are few; empty where it can.
    static Optional<String> of(Usage usage) {
        return usage.unreadable().stream().map(WrongUsage::number).flatMap(Optional::stream).map(count -> BEGIN
                + (!WHOLE.matcher(count).matches() ? "a count that is no whole number"
                        : count.startsWith("-") ? "a negative count"
                                : isMoreThanAny(count) ? "a count that no request can have"
                                        : "more of a part than of the whole"))
                .findFirst();
    }

    /// The same call, of whose usage nothing is known.
    static Usage unknown(Usage usage) {
        return Usage.unreadable(usage.raw(), String.join(", ", usage.unreadable()));
    }

    /// The count of `cached_tokens -1`, also where it is a text of digits or has a fraction.
    private static Optional<String> number(String unreadable) {
        return Optional.of(unreadable.substring(unreadable.lastIndexOf(' ') + 1))
                .filter(word -> NUMBER.matcher(word).matches());
    }

    private static boolean isMoreThanAny(String count) {
        return count.length() > String.valueOf(Usage.MOST).length() || Long.parseLong(count) > Usage.MOST;
    }
}
