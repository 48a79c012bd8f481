package dev.cachewright.app;

import dev.cachewright.provider.RecordingServer;
import dev.cachewright.provider.RecordingServer.Asked;
import dev.cachewright.provider.RecordingServer.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;

/// Servers that repeat the key they are sent, each in another place.
final class EchoServers implements AutoCloseable {

    private static final int PIECE = 5;

    private final SequencedMap<String, RecordingServer> servers = new LinkedHashMap<>();

    EchoServers() {
        add("error-text", key -> new Reply(401, Map.of("X-Echo", key), "Wrong key " + key + " " + base64(key)));
        add("error-json", key -> new Reply(400, Map.of("Content-Type", "application/json"),
                "{\"error\": {\"message\": \"bad " + key + "\", \"code\": \"" + key + "\", \"" + key + "\": 1}}"));
        add("error-escaped", key -> new Reply(403, Map.of("Content-Type", "application/json"),
                "{\"error\": {\"message\": \"" + escaped(key) + "\"}}"));
        add("retry-header", key -> new Reply(500, Map.of("Retry-After", key, "Content-Type", key), key));
        add("answer", key -> Reply.json(answer("it is " + key + " " + base64("user:" + key), key,
                "\"prompt_tokens\": 8, \"note\": \"" + key + "\"")));
        add("usage-names", key -> Reply.json(answer("Hi", "stop", "\"prompt_tokens\": 8, \"" + key
                + "\": 1, \"" + escaped(key) + "\": {\"" + base64(key) + "\": \"" + escaped(key) + "\"}")));
        add("stream", key -> Reply.stream(delta(key, "") + delta(" and " + base64(key), "") + delta("", key) + "data: "
                + answer("", key, "\"prompt_tokens\": 8, \"" + key + "\": \"" + key + "\"") + "\n\ndata: [DONE]\n\n"));
        add("stream-split", EchoServers::split);
        add("stream-error", key -> Reply.stream(delta("Hi", "") + "data: {\"error\": {\"message\": \"" + key
                + "\"}}\n\n"));
        add("redirect", key -> new Reply(307, Map.of("Location", "http://127.0.0.1:1/" + key), key));
        add("no-json", key -> Reply.json(key));
    }

    private void add(String name, Function<String, Reply> echo) {
        servers.put(name, RecordingServer.answering(asked -> asked.path().endsWith("/models")
                ? Reply.json("{\"data\": [{\"id\": \"" + sent(asked) + "\"}, {\"id\": \"gpt-4o\"}]}")
                : echo.apply(sent(asked))));
    }

    private static String sent(Asked asked) {
        return asked.header("Authorization").isEmpty()
                ? asked.header("x-api-key")
                : asked.header("Authorization").replaceFirst("^Bearer ", "");
    }

    private static Reply split(String key) {
        var stream = new StringBuilder();
        for (int at = 0; at < key.length(); at += PIECE) {
            stream.append(delta(key.substring(at, Math.min(key.length(), at + PIECE)), ""));
        }
        return Reply.stream(stream + delta("", "stop") + "data: [DONE]\n\n");
    }

    private static String delta(String text, String end) {
        return "data: {\"choices\": [{\"index\": 0, \"delta\": {\"content\": \"" + text + "\"}, \"finish_reason\": "
                + (end.isEmpty() ? "null" : "\"" + end + "\"") + "}]}\n\n";
    }

    private static String answer(String text, String end, String usage) {
        return "{\"choices\": [{\"index\": 0, \"finish_reason\": \"" + end + "\", \"message\": {\"content\": \"" + text
                + "\"}}], \"usage\": {" + usage + "}}";
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.chars().forEach(letter -> escaped.append("\\u%04x".formatted(letter)));
        return escaped.toString();
    }

    SequencedMap<String, RecordingServer> all() {
        return servers;
    }

    @Override
    public void close() {
        servers.values().forEach(RecordingServer::close);
    }
}
