package dev.cachewright.format.log;

import dev.cachewright.session.Usage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// What was read of logs, in lines.
final class Told {

    private Told() {
    }

    static LogStream log(String name, String text) {
        return log(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static LogStream log(String name, byte[] bytes) {
        return new LogStream(name, OptionalLong.of(bytes.length), () -> new ByteArrayInputStream(bytes));
    }

    static List<TrafficCall> calls(LogStream... logs) {
        List<TrafficCall> calls = new ArrayList<>();
        TrafficLogs.read(List.of(logs), call -> call, calls::add, LogProgress.none());
        return calls;
    }

    static LogReport report(LogStream... logs) {
        return TrafficLogs.read(List.of(logs), call -> call, _ -> {
        }, LogProgress.none());
    }

    /// All calls with all that is known of them, and what was left out.
    static String all(LogStream... logs) {
        List<String> lines = new ArrayList<>();
        LogReport report = TrafficLogs.read(List.of(logs), Told::lines, lines::add, LogProgress.none());
        report.passedOver().forEach(left -> lines.add("passed over: " + words(left)));
        report.unread().forEach(left -> lines.add("unread: " + words(left)));
        return lines.stream().map(line -> line + '\n').collect(Collectors.joining());
    }

    static String words(LogReport.LeftOut left) {
        return left.count() + " " + left.reason() + ", first at " + left.first();
    }

    private static String lines(TrafficCall call) {
        CallRoute route = call.route();
        return call.place() + " " + call.form()
                + "\n  at " + call.at().map(Object::toString).orElse("?") + " first "
                + call.firstToken().map(Object::toString).orElse("?") + " total "
                + call.total().map(Object::toString).orElse("?")
                + "\n  to " + or(route.provider()) + ' ' + or(route.host()) + ' '
                + route.api().map(api -> api.word()).orElse("?") + ' ' + or(route.model()) + ' ' + or(route.key())
                + "\n  " + usage(call.usage())
                + "\n  in " + or(call.conversation()) + " id " + or(call.id())
                + "\n  " + (call.isRebuilt() ? "rebuilt " : "sent ") + call.body().orElse("?");
    }

    private static String usage(Usage usage) {
        return "input " + or(usage.input()) + " cached " + or(usage.cached()) + " written " + or(usage.written())
                + " for long " + or(usage.longWritten()) + " output " + or(usage.output())
                + (usage.unreadable().isEmpty() ? "" : " unreadable " + usage.unreadable());
    }

    private static String or(String text) {
        return text.isEmpty() ? "?" : text;
    }

    private static String or(OptionalLong count) {
        return count.isPresent() ? String.valueOf(count.getAsLong()) : "?";
    }
}
