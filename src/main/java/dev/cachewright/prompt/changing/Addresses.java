package dev.cachewright.prompt.changing;

import dev.cachewright.prompt.changing.ChangingSpan.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses that are signed for a while, and paths of folders made for one run.
final class Addresses {

    private static final Pattern SIGNATURE = Pattern.compile(
            "[?&](?:X-Amz-Signature|X-Goog-Signature|X-Amz-Security-Token|"
                    + "Signature|sig|se|Expires|(?:access_|auth_)?token|hmac|hdnts)=([^&#]{6,})",
            Pattern.CASE_INSENSITIVE);
    /// What is longer is data in an address.
    private static final int LONGEST = 4_000;
    private static final int LONGEST_PATH = 300;
    private static final int LEAST_RANDOM = 5;

    private final String text;

    Addresses(String text) {
        this.text = text;
    }

    /// Where the address around `at` ends.
    static int end(String text, int at) {
        int end = at;
        int most = Math.min(text.length(), at + LONGEST);
        while (end < most && isInAddress(text.charAt(end))) {
            end++;
        }
        while (end > at && ".,;:!?".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /// The address whose `://` is at `at`, where it has a signature or an end of its time.
    Optional<ChangingSpan> signed(int at, int floor) {
        int end = end(text, at);
        int start = at;
        while (start > Math.max(floor, at - 8) && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        Matcher signature = SIGNATURE.matcher(text).region(at, end);
        while (start < at && signature.find()) {
            if (isValue(signature.group(1))) {
                return Optional.of(new ChangingSpan(start, end, Kind.SIGNED_ADDRESS));
            }
        }
        return Optional.empty();
    }

    /// The path whose folder for temporary files begins at `at`, where a part of it is random.
    Optional<ChangingSpan> path(int at, int floor) {
        boolean isWindows = text.regionMatches(true, at, "\\Temp\\", 0, 6);
        boolean isMac = text.startsWith("/var/folders/", at);
        boolean isUnix = isMac || text.startsWith("/tmp/", at) || text.startsWith("/var/tmp/", at);
        if (!isWindows && !isUnix || isUnix && at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            return Optional.empty();
        }
        int start = at;
        while (isWindows && start > Math.max(floor, at - LONGEST_PATH) && isInAddress(text.charAt(start - 1))) {
            start--;
        }
        int end = Math.min(end(text, at), at + LONGEST_PATH);
        String[] parts = text.substring(at, end).split("[/\\\\]");
        boolean isRandom = isMac;
        for (int i = 2; i < parts.length; i++) {
            isRandom = isRandom || isRandom(parts[i]);
        }
        return isRandom ? Optional.of(new ChangingSpan(start, end, Kind.PATH)) : Optional.empty();
    }

    private static boolean isInAddress(char c) {
        return c > ' ' && "\"'`<>()[]{}|\u300d\u300f".indexOf(c) < 0;
    }

    /// A placeholder has no digit, a number of seconds nothing else.
    private static boolean isValue(String value) {
        return value.chars().anyMatch(Character::isDigit) && !value.matches("\\d{1,9}")
                && !value.toLowerCase(Locale.ROOT).startsWith("your");
    }

    private static boolean isRandom(String part) {
        int dot = part.lastIndexOf('.');
        boolean isMade = part.startsWith("tmp.") && part.length() >= 10;
        String name = dot > 3 ? part.substring(0, dot) : part;
        return isMade || name.startsWith("tmp") && name.length() >= 8 || name.matches(".*\\D(?!19|20)\\d{3,}")
                || name.length() >= LEAST_RANDOM && Mixture.changes(name) >= 3;
    }
}
