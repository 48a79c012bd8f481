package dev.cachewright.format.traffic;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.traffic.WasteCause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A log with waste of known causes and amounts: families of calls that each lose the cache in one way, interleaved in
/// time. What a server reports is made up here from what was planted, not by the rules of the product.
public final class PlantedTraffic {

    private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
    /// Characters of a token, so that figures differ a little from those that are counted.
    private static final int CHARACTERS = 5;
    private static final List<String> WORDS = List
            .of(("the of and to in is that for it as was with be by on not he this "
                    + "are or his from at which but have an had they you were their one all we can her has there been if more "
                    + "when will would who so no order customer parcel refund policy invoice account before after between "
                    + "delivery address payment return receipt question answer member support agent week month summer winter "
                    + "water train station ticket platform railway mountain village kitchen garden window reading writing "
                    + "language number percent thousand quickly slowly carefully understand remember explain describe "
                    + "condition temperature measurement engineer university government information development management "
                    + "however therefore although because without against through during another several different important "
                    + "necessary possible available following according including").split(" "));
    private static final List<WasteCause> CAUSES = List.of(WasteCause.VOLATILE_TEXT, WasteCause.TOOLS_CHANGED,
            WasteCause.TOOLS_REORDERED, WasteCause.SCHEMA_CHANGED, WasteCause.HISTORY_EDITED,
            WasteCause.SETTING_CHANGED, WasteCause.KEY_CHANGED, WasteCause.EXPIRED, WasteCause.PARALLEL_COLD,
            WasteCause.BELOW_THRESHOLD, WasteCause.NO_BREAKPOINT, WasteCause.PROVIDER_UNEXPLAINED);

    private final Random random;
    private final int words;
    private final List<Family> families = new ArrayList<>();

    /// @param size characters of a request, roughly
    public PlantedTraffic(long seed, int families, int size) {
        this.random = new Random(seed);
        this.words = size / 8;
        for (int i = 0; i < families; i++) {
            this.families.add(new Family(i, i < 36 ? CAUSES.get(i % CAUSES.size()) : WasteCause.COLD));
        }
    }

    /// One line of the log with what was planted in it.
    ///
    /// @param lost tokens, in the server's own count
    public record Line(String json, int family, WasteCause cause, long lost) {
    }

    /// Writes so many calls.
    public void write(int calls, Consumer<Line> sink) {
        var queue = new PriorityQueue<Family>(Comparator.comparing((Family family) -> family.next)
                .thenComparing(family -> family.number));
        queue.addAll(families);
        for (int i = 0; i < calls; i++) {
            Family family = queue.remove();
            sink.accept(family.call());
            queue.add(family);
        }
    }

    private String text(int count) {
        return IntStream.range(0, count).mapToObj(i -> word() + (i % 12 == 11 ? ".\n" : "")).collect(
                Collectors.joining(" "));
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private String name() {
        return word() + word() + random.nextInt(1_000);
    }

    private static String quoted(String text) {
        return RawJson.quote(text);
    }

    private static String message(String role, String text) {
        return "{\"role\":\"" + role + "\",\"content\":" + quoted(text) + "}";
    }

    private static String marked(String text) {
        return "{\"type\":\"text\",\"text\":" + quoted(text) + ",\"cache_control\":{\"type\":\"ephemeral\"}}";
    }

    /// One application, which loses the cache in its own way.
    private final class Family {

        private final int number;
        private final WasteCause cause;
        private final String instructions;
        private final List<String> tools = new ArrayList<>();
        private final List<String> turns = new ArrayList<>();
        private final Set<String> orders = new HashSet<>();
        private Instant next;
        private int calls;

        Family(int number, WasteCause cause) {
            this.number = number;
            this.cause = cause;
            this.next = START.plusMillis(random.nextInt(5_000));
            boolean isShort = cause == WasteCause.BELOW_THRESHOLD;
            this.instructions = "You are the " + word() + " agent of " + name() + ".\n" + text(isShort ? 300 : words);
            int count = cause == WasteCause.TOOLS_CHANGED || cause == WasteCause.TOOLS_REORDERED ? 8 : 0;
            for (int i = 0; i < count; i++) {
                tools.add("{\"type\":\"function\",\"function\":{\"name\":" + quoted(name() + i) + ",\"description\":"
                        + quoted(text(20)) + ",\"parameters\":{\"type\":\"object\",\"properties\":{}}}}");
            }
        }

        private boolean isClaude() {
            return cause == WasteCause.NO_BREAKPOINT || cause == WasteCause.SETTING_CHANGED;
        }

        Line call() {
            Instant at = next;
            calls++;
            String question = text(cause == WasteCause.BELOW_THRESHOLD ? 40 : 60);
            Duration pause = switch (cause) {
                case EXPIRED -> Duration.ofMinutes(65);
                case PARALLEL_COLD -> calls % 10 == 0 ? Duration.ofMinutes(65) : Duration.ZERO;
                default -> Duration.ofMillis(120_000 + random.nextInt(120_000));
            };
            next = at.plus(pause);
            return isClaude() ? claude(at, question) : openai(at, question);
        }

        private Line openai(Instant at, String question) {
            String system = instructions;
            var extra = new StringBuilder();
            int shared = instructions.length();
            switch (cause) {
                case VOLATILE_TEXT -> system = "The time is " + at + " and the call is " + random.nextInt() + ".\n"
                        + instructions;
                case TOOLS_CHANGED -> tools.set(0, tools.get(0).replaceAll("\"description\":\"[^ ]* ",
                        "\"description\":\"" + name() + calls + " "));
                case TOOLS_REORDERED -> shuffle();
                case SCHEMA_CHANGED -> extra.append(",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":")
                        .append("{\"name\":\"s").append(calls).append("\",\"schema\":{\"type\":\"object\"}}}");
                case KEY_CHANGED -> extra.append(",\"prompt_cache_key\":\"k").append(calls).append('"');
                default -> {
                }
            }
            String allTools = String.join(",", tools);
            if (!tools.isEmpty()) {
                extra.append(",\"tools\":[").append(allTools).append(']');
                shared += cause == WasteCause.TOOLS_CHANGED
                        ? allTools.length() - tools.getFirst().length()
                        : allTools.length();
            }
            String history = history(question);
            String body = "{\"model\":\"gpt-4o\",\"messages\":[" + message("system", system) + "," + history + "]"
                    + extra + "}";
            return line("/v1/chat/completions", body, at, shared, system.length() + allTools.length()
                    + history.length());
        }

        /// No order comes twice: that would be a hit.
        private void shuffle() {
            do {
                Collections.shuffle(tools, random);
            } while (!orders.add(String.join("", tools)));
        }

        /// The messages: of a conversation all of them, of which one that was already sent is changed each time.
        private String history(String question) {
            if (cause != WasteCause.HISTORY_EDITED) {
                return message("user", question);
            }
            if (turns.isEmpty() || turns.size() > 20) {
                turns.clear();
                turns.add(message("user", text(30)));
                for (int i = 0; i < 4; i++) {
                    turns.add(message("assistant", text(100)));
                    turns.add(message("user", text(100)));
                }
            }
            turns.set(0, message("user", "shortened to " + word() + calls));
            turns.add(message("assistant", text(10)));
            turns.add(message("user", question));
            return String.join(",", turns);
        }

        private Line claude(Instant at, String question) {
            String half = instructions.substring(instructions.length() / 2);
            boolean isSetting = cause == WasteCause.SETTING_CHANGED;
            String system = isSetting ? "[" + marked(instructions) + "]" : quoted(instructions);
            String first = isSetting ? marked(half) : "{\"type\":\"text\",\"text\":" + quoted(half) + "}";
            String body = "{\"model\":\"claude-sonnet-4-6\",\"max_tokens\":9000" + (isSetting
                    ? ",\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":" + (1_024 + calls) + "}"
                    : "") + ",\"system\":" + system + ",\"messages\":[{\"role\":\"user\",\"content\":[" + first
                    + ",{\"type\":\"text\",\"text\":" + quoted(question) + "}]}]}";
            return line("/v1/messages", body, at, instructions.length() + half.length(), instructions.length()
                    + half.length() + question.length());
        }

        private Line line(String endpoint, String body, Instant at, int shared, int all) {
            long input = all / CHARACTERS;
            long could = cause == WasteCause.HISTORY_EDITED ? historyLost() : shared / CHARACTERS;
            long steps = isClaude() ? could : could / 128 * 128;
            boolean isFirst = calls == 1 || cause == WasteCause.HISTORY_EDITED && turns.size() == 11;
            boolean misses = switch (cause) {
                case COLD -> false;
                case PROVIDER_UNEXPLAINED -> calls % 5 == 0;
                default -> true;
            };
            long cached = calls == 1 ? 0 : misses ? kept() : steps;
            long lost = isFirst || !misses ? 0 : steps - cached;
            String usage = isClaude()
                    ? "{\"input_tokens\":" + (input - cached) + ",\"cache_read_input_tokens\":" + cached
                            + ",\"cache_creation_input_tokens\":0,\"output_tokens\":50}"
                    : "{\"prompt_tokens\":" + input + ",\"completion_tokens\":50,\"prompt_tokens_details\":"
                            + "{\"cached_tokens\":" + cached + "}}";
            WasteCause planted = cause == WasteCause.PARALLEL_COLD && calls % 10 == 1 ? WasteCause.EXPIRED : cause;
            long repeated = cause == WasteCause.BELOW_THRESHOLD && !isFirst ? could : lost;
            return new Line("{\"at\":\"" + at + "\",\"endpoint\":\"" + endpoint + "\",\"request\":" + body
                    + ",\"usage\":" + usage + "}", number, planted, repeated);
        }

        /// What is read in spite of the cause.
        private long kept() {
            return switch (cause) {
                case SETTING_CHANGED -> instructions.length() / CHARACTERS;
                case HISTORY_EDITED -> instructions.length() / CHARACTERS / 128 * 128;
                default -> 0;
            };
        }

        /// All that was sent before and stands after the message that is changed.
        private long historyLost() {
            return (instructions.length() + turns.subList(1, turns.size() - 2).stream().mapToInt(String::length).sum())
                    / CHARACTERS;
        }
    }
}
