package dev.cachewright.app;

import dev.cachewright.provider.KeyMask;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/// The lines of the log file. Keys are struck out: those of the environment, those that were looked up, and whatever
/// looks like one.
final class LogLines extends Formatter {

    private static final Pattern KEY = Pattern.compile("\\b(sk-|Bearer )[\\w.~+/=-]{6,}");

    private final List<KeyMask> secrets;
    private final UnaryOperator<String> hiding;

    /// @param hiding strikes out the keys that this process has looked up
    LogLines(Map<String, String> environment, UnaryOperator<String> hiding) {
        this.hiding = hiding;
        secrets = environment.entrySet().stream().filter(entry -> entry.getKey().endsWith("_API_KEY"))
                .map(entry -> entry.getValue().strip()).filter(value -> !value.isEmpty()).map(KeyMask::new)
                .toList();
    }

    @Override
    public String format(LogRecord record) {
        var text = new StringBuilder();
        text.append(record.getInstant().truncatedTo(ChronoUnit.MILLIS)).append(' ').append(record.getLevel().getName())
                .append(' ').append(record.getLoggerName()).append(' ').append(withoutKeys(formatMessage(record)))
                .append('\n');
        if (record.getThrown() != null) {
            StackLines.of(record.getThrown()).forEach(line -> text.append("    ").append(line).append('\n'));
        }
        return text.toString();
    }

    private String withoutKeys(String message) {
        String left = hiding.apply(message);
        for (KeyMask secret : secrets) {
            left = secret.hide(left);
        }
        return KEY.matcher(left).replaceAll(KeyMask.STRUCK);
    }
}
