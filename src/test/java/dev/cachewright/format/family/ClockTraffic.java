package dev.cachewright.format.family;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.app.BundledCatalog;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.format.log.LogStream;
import dev.cachewright.token.SharedTokenizers;
import dev.cachewright.token.encoding.Encoding;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/// The log of an application whose instructions begin with a clock, so that none of its calls reads from the cache.
public final class ClockTraffic {

    public static final Analyst ANALYST = new Analyst(BundledCatalog.read(), SharedTokenizers.ALL);
    /// What each message of a chat counts beside its text, and the beginning of the answer.
    private static final int FRAME = 4;
    private static final int END = 3;
    private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
    private static final String RULES = "Answer from the handbook of the railway alone. Refunds of more than %d euros go "
            + "to a person, and a train that is %d minutes late is named with its number and its platform.\n";

    private ClockTraffic() {
    }

    /// So many calls as JSON Lines, one each `gap`.
    public static String calls(int calls, Duration gap) {
        var random = new Random(11);
        var rules = new StringBuilder("You are the support agent of a railway.\n");
        for (int i = 0; i < 60; i++) {
            rules.append(RULES.formatted(20 + i, 3 * i));
        }
        var log = new StringBuilder();
        for (int i = 0; i < calls; i++) {
            Instant at = START.plus(gap.multipliedBy(i));
            String system = "It is " + at + ".\n" + rules;
            String question = "Customer: " + random.nextInt(100_000, 1_000_000) + "\nMy train is " + random.nextInt(100)
                    + " minutes late. Do I get money back?";
            int input = tokens(system) + tokens(question) + 2 * FRAME + END;
            log.append("{\"at\":\"").append(at)
                    .append("\",\"endpoint\":\"/v1/chat/completions\",\"request\":{\"model\":\"gpt-4o\",\"messages\":[")
                    .append(message("system", system)).append(',').append(message("user", question))
                    .append("]},\"usage\":{\"prompt_tokens\":").append(input)
                    .append(",\"completion_tokens\":50,\"prompt_tokens_details\":{\"cached_tokens\":0}}}\n");
        }
        return log.toString();
    }

    public static List<LogStream> stream(String log) {
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        return List.of(new LogStream("clock.jsonl", OptionalLong.of(bytes.length), () -> new ByteArrayInputStream(
                bytes)));
    }

    private static int tokens(String text) {
        return SharedTokenizers.ALL.of(Encoding.O200K_BASE).encode(text).size();
    }

    private static String message(String role, String text) {
        return "{\"role\":\"" + role + "\",\"content\":" + RawJson.quote(text) + "}";
    }
}
