package dev.cachewright.cli.argument;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `500ms`, `5s`, `2m` and `1h`.
public final class DurationWords implements ITypeConverter<Duration> {

    private static final Pattern WORDS = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    @Override
    public Duration convert(String text) {
        Matcher words = WORDS.matcher(text);
        if (!words.matches()) {
            throw new TypeConversionException("\"" + text + "\" is not a duration: write it as 500ms, 5s or 2m");
        }
        long count = Long.parseLong(words.group(1));
        return switch (words.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }
}
