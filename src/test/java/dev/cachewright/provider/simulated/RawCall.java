package dev.cachewright.provider.simulated;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One call as bytes: what arrived, and how the connection ended.
///
/// @param isReset whether it ended with RST in place of FIN
record RawCall(byte[] bytes, boolean isReset) {

    static final String CHAT = """
            {"model": "gpt-5.4", "messages": [{"role": "user", "content": "Hi"}]%s}""";
    static final String RESPONSES = """
            {"model": "gpt-5.4", "input": "Hi"%s}""";
    static final String MESSAGES = """
            {"model": "claude-sonnet-5-5", "max_tokens": 200, "messages": [{"role": "user", "content": "Hi"}]%s}""";

    private static final int PATIENCE = 30_000;

    /// @param api `chat`, `responses` or `messages`
    static RawCall send(SimulatedServer server, String api, boolean isStreamed) {
        String path = api.equals("chat") ? "chat/completions" : api;
        String body = bodyOf(api, isStreamed);
        String head = "POST /v1/" + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "anthropic-version: 2023-06-01\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n";
        try (var socket = new Socket(SimulatedServer.HOST, server.port())) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write((head.replace("anthropic-version: 2023-06-01\r\n", api.equals("messages")
                    ? "anthropic-version: 2023-06-01\r\n"
                    : "") + body).getBytes(StandardCharsets.US_ASCII));
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String bodyOf(String api, boolean isStreamed) {
        String usage = api.equals("chat") ? ", \"stream_options\": {\"include_usage\": true}" : "";
        String form = api.equals("chat") ? CHAT : api.equals("responses") ? RESPONSES : MESSAGES;
        return form.formatted(isStreamed ? ", \"stream\": true" + usage : "");
    }

    private static RawCall read(InputStream in) throws IOException {
        var all = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                all.write(buffer, 0, count);
            }
        } catch (SocketException _) {
            return new RawCall(all.toByteArray(), true);
        }
        return new RawCall(all.toByteArray(), false);
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    String head() {
        return new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n\r\n", 2)[0].toLowerCase();
    }

    /// The chunks that came whole.
    List<byte[]> chunks() {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        var chunks = new ArrayList<byte[]>();
        int at = raw.indexOf("\r\n\r\n") + 4;
        while (at < raw.length()) {
            int line = raw.indexOf("\r\n", at);
            int size = Integer.parseInt(raw.substring(at, line), 16);
            int end = line + 2 + size;
            if (size == 0 || end + 2 > raw.length()) {
                break;
            }
            chunks.add(raw.substring(line + 2, end).getBytes(StandardCharsets.ISO_8859_1));
            at = end + 2;
        }
        return chunks;
    }

    /// Whether the body came to its end: the last chunk, or all of the length.
    boolean isComplete() {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        if (head().contains("transfer-encoding: chunked")) {
            return raw.endsWith("0\r\n\r\n");
        }
        int length = Integer.parseInt(head().replaceAll("(?s).*content-length: (\\d+).*", "$1"));
        return raw.length() == raw.indexOf("\r\n\r\n") + 4 + length;
    }
}
