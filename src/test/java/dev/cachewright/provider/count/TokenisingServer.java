package dev.cachewright.provider.count;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.provider.RecordingServer;
import dev.cachewright.provider.RecordingServer.Asked;
import dev.cachewright.provider.RecordingServer.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/// A stand-in for llama.cpp or vLLM with a template and a tokenizer of its own: a token for each three characters. Its
/// cache keeps the longest prefix of all prompts that it has seen, or whole blocks of it, and never the last token.
public final class TokenisingServer implements AutoCloseable {

    private static final int BEGINNING = 1;
    private static final int LETTERS = 3;
    private static final Reply UNKNOWN = new Reply(404, Map.of(), "{\"error\": {\"message\": \"Not Found\"}}");

    private final RecordingServer server = RecordingServer.answering(this::answer);
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<List<Integer>> seen = new ArrayList<>();
    private final boolean isVllm;
    private final IntUnaryOperator kept;

    private TokenisingServer(boolean isVllm, int block) {
        this.isVllm = isVllm;
        this.kept = shared -> shared / block * block;
    }

    public static TokenisingServer llamaCpp() {
        return new TokenisingServer(false, 1);
    }

    public static TokenisingServer vllm(int block) {
        return new TokenisingServer(true, block);
    }

    public String baseUrl() {
        return server.baseUrl();
    }

    public List<Asked> asked() {
        return server.asked();
    }

    private synchronized Reply answer(Asked asked) {
        JsonNode body = RawJson.tree(asked.body());
        return switch (asked.path()) {
            case "/v1/chat/completions" -> chat(tokens(text(body)));
            case "/apply-template" -> isVllm ? UNKNOWN
                    : Reply.json("{\"prompt\": " + RawJson.quote(text(body)) + "}");
            case "/tokenize" -> tokenize(body);
            default -> UNKNOWN;
        };
    }

    private Reply tokenize(JsonNode body) {
        if (isVllm) {
            List<Integer> tokens = tokens(text(body));
            return Reply
                    .json("{\"count\": " + tokens.size() + ", \"max_model_len\": 4096, \"tokens\": " + tokens + "}");
        }
        List<Integer> tokens = tokens(body.path("content").asText());
        boolean isWhole = body.path("add_special").asBoolean() && body.path("parse_special").asBoolean();
        return Reply.json("{\"tokens\": " + (isWhole ? tokens : tokens.subList(1, tokens.size())) + "}");
    }

    private Reply chat(List<Integer> tokens) {
        int shared = seen.stream().mapToInt(earlier -> shared(earlier, tokens)).max().orElse(0);
        int cached = kept.applyAsInt(Math.min(shared, tokens.size() - 1));
        seen.add(tokens);
        return Reply
                .json("{\"choices\": [{\"finish_reason\": \"stop\", \"message\": {\"content\": \"Yes.\"}}], \"usage\": "
                        + "{\"prompt_tokens\": " + tokens.size()
                        + ", \"completion_tokens\": 1, \"prompt_tokens_details\": "
                        + "{\"cached_tokens\": " + cached + "}}}");
    }

    private static int shared(List<Integer> one, List<Integer> two) {
        int shared = 0;
        while (shared < Math.min(one.size(), two.size()) && one.get(shared).equals(two.get(shared))) {
            shared++;
        }
        return shared;
    }

    private static String text(JsonNode body) {
        var text = new StringBuilder(body.has("tools") ? "TOOLS " + body.path("tools") + "\n" : "");
        for (JsonNode message : body.path("messages")) {
            text.append("<|").append(message.path("role").asText()).append("|>\n")
                    .append(message.path("content").asText()).append("<|end|>\n");
        }
        return text.append("<|assistant|>\n").append(body.path("chat_template_kwargs").path("suffix").asText())
                .toString();
    }

    /// Small numbers, as ours are: none of them must be taken for one of ours.
    private List<Integer> tokens(String text) {
        var tokens = new ArrayList<Integer>(List.of(BEGINNING));
        for (int from = 0; from < text.length(); from += LETTERS) {
            String piece = text.substring(from, Math.min(text.length(), from + LETTERS));
            tokens.add(ids.computeIfAbsent(piece, _ -> ids.size() + BEGINNING + 1));
        }
        return tokens;
    }

    @Override
    public void close() {
        server.close();
    }
}
