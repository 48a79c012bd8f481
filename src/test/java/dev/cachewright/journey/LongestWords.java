package dev.cachewright.journey;

import dev.cachewright.analysis.CallForecast;
import dev.cachewright.cache.MissReason;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.catalog.Money;
import dev.cachewright.format.body.UsageReader;
import dev.cachewright.format.traffic.PlantedTraffic;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.CallTarget;
import dev.cachewright.session.Failure;
import dev.cachewright.session.PromptMark;
import dev.cachewright.session.Session;
import dev.cachewright.session.Timing;
import dev.cachewright.session.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What fills the window as far as anything can: long names, and figures in millions.
final class LongestWords {

    static final String MODEL = "an-unknown-model-of-a-small-provider-with-a-name-of-eighty-characters-2026-11-28";
    static final String SERVER = "http://a-server-of-the-team-in-the-cellar.example.com:8080/v1";
    static final String FILE = "the-prompt-of-the-support-agent-for-all-of-europe-and-the-middle-east-in-the-"
            + "edition-of-the-end-of-november-2026-third.prompt";
    private static final String BLOCK = "returns-policy-of-the-northwind-outfitters-for-europe";
    private static final int MILLION = 1_234_567;

    private LongestWords() {
    }

    /// A prompt with long names; its policy has about so many tokens.
    static Prompt prompt(String model, int tokens) {
        Settings settings = Settings.of(model, Api.RESPONSES)
                .withCache(new CacheSettings("explicit", "30m", "a-cache-key-for-the-support-agent-of-europe", ""));
        return Prompt.of(List.of(
                Block.of("tools", Role.TOOLS, Kind.STATIC, """
                        [{"type": "function", "function": {"name": "look_up_the_order_of_the_customer",
                          "description": "Finds an order", "parameters": {"type": "object", "properties": {}}}}]"""),
                Block.of("policy", Role.DEVELOPER, Kind.STATIC, "The rules. " + " word".repeat(tokens))
                        .withName(BLOCK),
                Block.of("moment", Role.DEVELOPER, Kind.DYNAMIC, "It is {{the_time_at_the_desk_of_the_customer}}."),
                Block.of("schema", Role.ASSISTANT, Kind.STATIC, "Examples of answers. " + " word".repeat(tokens / 9))
                        .withName("answers-that-were-good-" + BLOCK),
                Block.of("question", Role.USER, Kind.DYNAMIC, "{{the_question_of_the_customer_at_the_desk}}")),
                settings);
    }

    static Values values() {
        List<Row> rows = IntStream.range(0, 3).mapToObj(i -> new Row(Map.<String, Object>of(
                "the_time_at_the_desk_of_the_customer", "2026-11-28T07:55:12.001Z " + i,
                "the_question_of_the_customer_at_the_desk", "The left sleeve of my jacket came apart after two days, "
                        + "what can you do for me? " + i,
                "a_column_that_no_block_of_the_prompt_uses", "x"))).toList();
        return new Values("the-questions-of-all-customers-of-one-year-" + FILE.replace(".prompt", ".csv"),
                List.of("the_time_at_the_desk_of_the_customer", "the_question_of_the_customer_at_the_desk",
                        "a_column_that_no_block_of_the_prompt_uses"),
                rows);
    }

    /// A call of each kind that the session has a word for, in three parts.
    static Session session() {
        List<MissReason> reasons = List.of(MissReason.values());
        return new Session("2026-11-28T07-55-12Z-longest", IntStream.rangeClosed(1, reasons.size() + 2)
                .mapToObj(number -> call(number, number <= reasons.size() ? reasons.get(number - 1) : MissReason.NONE,
                        reasons.size()))
                .toList());
    }

    private static Call call(int number, MissReason reason, int reasons) {
        boolean isFailed = number == reasons + 2;
        var mark = new PromptMark(FILE, number < 4 ? "1" : "2");
        var target = new CallTarget("a-server-of-the-team-in-the-cellar.example.com:8080",
                number < 8 ? "gpt-5.4" : MODEL, Api.RESPONSES, mark);
        long cached = reason == MissReason.NONE ? MILLION : 0;
        var forecast = new CallForecast(new InputSplit(cached, 0, 2L * MILLION - cached), Optional.of(Money.ZERO),
                MILLION, reason, reason == MissReason.PREFIX_CHANGED ? BLOCK : "");
        Usage usage = isFailed
                ? Usage.unknown()
                : UsageReader.read("""
                        {"input_tokens": %d, "output_tokens": %d, "input_tokens_details": {"cached_tokens": %d}}"""
                        .formatted(2 * MILLION, MILLION, number == reasons + 1 ? MILLION - 4_321 : cached));
        CallResult result = isFailed
                ? new CallResult.Failed(new Failure.Known(Failure.Kind.RATE_LIMITED, 429,
                        "Rate limit reached for " + MODEL + " in organization org-1234567890 on tokens per min (TPM): "
                                + "Limit 1,200,000, Used 1,234,567, Requested 2,469,134.",
                        new Failure.Server("a-server-of-the-team-in-the-cellar.example.com:8080", ""), 3_600))
                : new CallResult.Answered("content_filter");
        var timing = new Timing(Instant.parse("2026-11-28T23:55:12Z").plusSeconds(number * 7L),
                Optional.of(Duration.ofMillis(123_456)), Duration.ofMillis(1_234_567));
        var bill = new Call.Bill(Optional.of(new Money(12_345_678_900_000_000L)),
                Optional.of(new Money(98_765_432_100_000_000L)));
        return new Call(number, target, forecast,
                new Call.Measurement(result, usage, timing), bill);
    }

    /// Writes a request that begins with a clock.
    static Path body(Path home, String name, String clock) throws IOException {
        return Files.writeString(home.resolve(name), """
                {"model": "gpt-5.4", "messages": [
                  {"role": "system", "content": "Current time: %s. You are SupportBot. %s"},
                  {"role": "user", "content": "Where is my parcel?"}]}""".formatted(clock, "word ".repeat(2_000)));
    }

    /// Writes the log of an application.
    static Path log(Path home) throws IOException {
        var text = new StringBuilder();
        new PlantedTraffic(5, 13, 6_000).write(60, line -> text.append(line.json()).append('\n'));
        return Files.writeString(home.resolve("calls.jsonl"), text);
    }
}
