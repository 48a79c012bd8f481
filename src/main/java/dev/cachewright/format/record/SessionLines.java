package dev.cachewright.format.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.format.body.UsageReader;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.session.Call;
import dev.cachewright.session.Exchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Calls as JSON Lines, one a line, in the form that `replay` reads: `at`, `endpoint`, `model`, `request`, `usage`, and
/// beside them what was forecast and measured.
public final class SessionLines {

    private static final String ITEMS = "items";
    private static final String REQUEST = "request";

    private SessionLines() {
    }

    /// A call with what went out and came back.
    public record Line(Call call, Exchange exchange) {
    }

    /// One call on one line, without a line end.
    public static String write(Call call, Exchange exchange) {
        String usage = call.measurement().usage().raw();
        var line = new LinkedHashMap<>(CallFields.head(call));
        line.put(REQUEST, LineBreaks.without(exchange.body()));
        line.put("breaks", LineBreaks.of(exchange.body()));
        line.put("usage", usage.isEmpty() ? "null" : LineBreaks.without(usage));
        var answer = new LinkedHashMap<String, String>();
        if (!exchange.items().isEmpty()) {
            answer.put(ITEMS, LineBreaks.without(exchange.items()));
        }
        answer.put("text", RawJson.quote(exchange.answer()));
        line.putAll(CallFields.tail(call, answer));
        return RawJson.object(line);
    }

    /// The call on a line that [#write] wrote.
    ///
    /// @throws dev.cachewright.prompt.text.InputException where the line is not such a call
    public static Line read(String line) {
        SequencedMap<String, String> raw = RawJson.fields(line);
        JsonNode node = RawJson.tree(line);
        Call call = CallFields.read(node,
                UsageReader.read(raw.getOrDefault("usage", "null"), raw.getOrDefault(REQUEST, "")));
        String result = raw.getOrDefault("result", "{}");
        String items = RawJson.isObject(result) ? RawJson.fields(result).getOrDefault(ITEMS, "") : "";
        return new Line(call, new Exchange(LineBreaks.restore(raw.getOrDefault(REQUEST, "{}"), node.path("breaks")),
                List.of(), node.path("result").path("text").asText(""), items));
    }
}
