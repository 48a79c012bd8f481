package dev.cachewright.format.advice;

import static dev.cachewright.format.advice.AdviceCase.POLICY;
import static dev.cachewright.format.advice.AdviceCase.body;
import static dev.cachewright.format.advice.AdviceCase.file;

import dev.cachewright.advice.Rule;
import dev.cachewright.analysis.Cadence;
import dev.cachewright.catalog.RuleSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Prompts and requests with one fault each, by the rule that has to find it.
final class FaultyCases {

    static final String TEXT = POLICY.replace("\n", "\\n");
    static final String TOOLS = tools("cancel_order", "find_order");

    private FaultyCases() {
    }

    /// A prompt with a fault.
    record Faulty(Rule rule, String name, Supplier<AdviceCase> made) {

        @Override
        public String toString() {
            return rule + ", " + name;
        }
    }

    static String tools(String... names) {
        return Stream.of(names).map(name -> "{\"type\": \"function\", \"function\": {\"name\": \"" + name
                + "\", \"description\": \"Works on an order of the customer\", \"parameters\": {\"type\": \"object\", "
                + "\"properties\": {\"order\": {\"type\": \"string\"}}, \"required\": [\"order\"]}}}")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    static String chat(String model, String system, String user, String more) {
        return """
                {"model": "%s", "messages": [{"role": "system", "content": "%s"},
                  {"role": "user", "content": "%s"}]%s}""".formatted(model, system, user, more);
    }

    static String claude(String system, String messages, String more) {
        return """
                {"model": "claude-sonnet-4-6", "max_tokens": 100, "system": %s, "messages": %s%s}"""
                .formatted(system, messages, more);
    }

    static String part(String text, String mark) {
        return "{\"type\": \"text\", \"text\": \"" + text + "\"" + mark + "}";
    }

    static final String MARK = ", \"cache_control\": {\"type\": \"ephemeral\"}";

    static List<Faulty> all() {
        var all = new ArrayList<Faulty>();
        text(all);
        breakpoints(all);
        settings(all);
        pairs(all);
        return all;
    }

    /// A prompt with the time on its first line, called every few minutes.
    static AdviceCase timed(String model) {
        return file("""
                ---
                model: %s
                ---
                {{role "system"}}
                It is now {{now}}.
                """.formatted(model) + POLICY + "{{role \"user\"}}\n{{question}}\n").rows(List.of(
                Map.of("question", "Why?", "now", "09:41"), Map.of("question", "When?", "now", "10:02"),
                Map.of("question", "Who?", "now", "11:13")));
    }

    private static void text(List<Faulty> all) {
        all.add(new Faulty(Rule.L01, "a clock on line 1", () -> body(chat("gpt-5.4",
                "Current time: 2026-11-28T07:55:12Z. Session 8f3a-22c1.\\n" + TEXT, "Where is it?", ""))));
        all.add(new Faulty(Rule.L01, "today's date in a prompt with rows", () -> file("""
                ---
                model: gpt-5.4
                ---
                {{role "system"}}
                Today is 2026-11-28.
                """ + POLICY + "{{role \"user\"}}\n{{question}}\n").rows(List.of(Map.of("question", "Why?"),
                Map.of("question", "When?"), Map.of("question", "Who is it?")))));
        all.add(new Faulty(Rule.L01, "a variable with the time", () -> timed("gpt-5.4")));
        all.add(new Faulty(Rule.L01, "a variable with the time before what OpenAI needs a breakpoint for",
                () -> timed("gpt-5.6")));
        all.add(new Faulty(Rule.L01, "a variable with the time before what Claude needs a breakpoint for",
                () -> timed("claude-sonnet-4-6")));
        all.add(new Faulty(Rule.L02, "a prompt that is a little too short",
                () -> body(chat("gpt-5.4", TEXT.substring(0, TEXT.length() / 6), "Where is it?", ""))));
        all.add(new Faulty(Rule.L03, "the customer before the policy", () -> file("""
                ---
                model: gpt-5.4
                ---
                {{role "system"}}
                {{! @block id=customer kind=dynamic }}
                The customer is {{customer}}, a member for years.
                {{! @block id=policy kind=static }}
                """ + POLICY + "{{role \"user\"}}\n{{question}}\n").rows(List.of(
                Map.of("question", "Why?", "customer", "Ada"), Map.of("question", "When?", "customer", "Ben"),
                Map.of("question", "Who?", "customer", "Cleo")))));
        all.add(new Faulty(Rule.L20, "line ends of Windows", () -> body(chat("gpt-5.4",
                "You help.\\r\\nAlways.\\r\\n" + TEXT, "Where is it?", ""))));
        all.add(new Faulty(Rule.L28, "just short of the next step", FaultyCases::nearStep));
        all.add(new Faulty(Rule.L30, "a variable without a value", () -> file("""
                ---
                model: gpt-5.4
                ---
                {{role "system"}}
                You work for {{company}}.
                """ + POLICY + "{{role \"user\"}}\n{{question}}\n").rows(List.of(Map.of("question", "Why?"),
                Map.of("question", "When?")))));
    }

    /// A prefix that ends a few tokens before the next 128.
    private static AdviceCase nearStep() {
        return IntStream.range(0, 128)
                .mapToObj(i -> file("""
                ---
                model: gpt-5.4
                ---
                {{role "system"}}
                """ + POLICY + " so".repeat(i) + "\n{{role \"user\"}}\n{{question}}\n")
                        .rows(List.of(Map.of("question", "Why?"),
                                Map.of("question", "When?"))))
                .filter(made -> {
                    int prefix = made.subject().analysis().prefix().tokens();
                    return prefix % 128 >= 122;
                }).findFirst().orElseThrow();
    }

    private static void breakpoints(List<Faulty> all) {
        all.add(new Faulty(Rule.L08, "a breakpoint on an older model", () -> body("""
                {"model": "gpt-5.4", "input": [{"role": "developer", "content": [{"type": "input_text", "text": "%s",
                  "prompt_cache_breakpoint": {"mode": "explicit"}}]}, {"role": "user", "content": "Where is it?"}]}"""
                .formatted(TEXT))));
        all.add(new Faulty(Rule.L08, "explicit without a breakpoint", () -> body("""
                {"model": "gpt-5.6-sol", "prompt_cache_options": {"mode": "explicit"}, "input": [
                  {"role": "developer", "content": "%s"}, {"role": "user", "content": "Where is it?"}]}"""
                .formatted(TEXT))));
        all.add(new Faulty(Rule.L09, "a breakpoint on the question", () -> body(claude(
                "[" + part(TEXT, "") + "]", "[{\"role\": \"user\", \"content\": [" + part("Where is it?", MARK) + "]}]",
                ""))));
        all.add(new Faulty(Rule.L10, "more than 20 positions in a turn", () -> body(claude(
                "[" + part("You help.", "") + "]", longTurn(), ""))));
        all.add(new Faulty(Rule.L12, "a fifth breakpoint", () -> body(claude(
                "[" + IntStream.range(0, 5).mapToObj(i -> part("Part " + i + ". " + TEXT, MARK))
                        .collect(Collectors.joining(", ")) + "]",
                "[{\"role\": \"user\", \"content\": \"Where is it?\"}]", ""))));
        all.add(new Faulty(Rule.L12, "five minutes before an hour", () -> body(claude(
                "[" + part(TEXT, MARK) + ", "
                        + part(TEXT, ", \"cache_control\": {\"type\": \"ephemeral\", \"ttl\": \"1h\"}")
                        + "]",
                "[{\"role\": \"user\", \"content\": \"Where is it?\"}]", ""))));
        all.add(new Faulty(Rule.L16, "nothing marked for Claude", () -> body(claude("\"" + TEXT + "\"",
                "[{\"role\": \"user\", \"content\": \"Where is it?\"}]", ""))));
        all.add(new Faulty(Rule.L16, "another question each time on a breakpoint model", () -> file("""
                ---
                model: gpt-5.6-sol
                ---
                {{role "system"}}
                {{! @block id=policy kind=static }}
                """ + POLICY + "{{! @block id=tier kind=dynamic }}\nThe customer is {{tier}}.\n"
                + "{{role \"user\"}}\n{{question}}\n").rows(List.of(
                        Map.of("question", "Why?", "tier", "gold"), Map.of("question", "When?", "tier", "silver"),
                        Map.of("question", "Who?", "tier", "bronze")))));
        all.add(new Faulty(Rule.L24, "never repeated, and stored each time", () -> file("""
                ---
                model: gpt-5.6-sol
                ---
                {{role "user"}}
                {{document}}
                """).rows(List.of(Map.of("document", "One. " + POLICY), Map.of("document", "Two. " + POLICY),
                Map.of("document", "Three. " + POLICY)))));
    }

    private static String longTurn() {
        String asked = "{\"role\": \"user\", \"content\": [" + part(TEXT, "") + "]}";
        String steps = IntStream.range(0, 24).mapToObj(i -> "{\"role\": \"assistant\", \"content\": [" + part("Step "
                + i, "") + "]}, {\"role\": \"user\", \"content\": [" + part("Go on " + i, "") + "]}")
                .collect(Collectors.joining(", "));
        String many = IntStream.range(0, 24).mapToObj(i -> part("Finding " + i + ".", ""))
                .collect(Collectors.joining(", "));
        return "[" + asked + ", " + steps + ", {\"role\": \"assistant\", \"content\": [" + many
                + "]}, {\"role\": \"user\", \"content\": [" + part("And now?", MARK) + "]}]";
    }

    private static void settings(List<Faulty> all) {
        all.add(new Faulty(Rule.L13, "a key that is too long", () -> body(chat("gpt-5.4", TEXT, "Where is it?",
                ", \"prompt_cache_key\": \"" + "support-".repeat(9) + "\""))));
        all.add(new Faulty(Rule.L13, "a key with a time", () -> body(chat("gpt-5.4", TEXT, "Where is it?",
                ", \"prompt_cache_key\": \"support-2026-11-28T07:55:12Z\""))));
        all.add(new Faulty(Rule.L14, "a retention that the model has not", () -> body(chat("gpt-5.6-sol", TEXT,
                "Where is it?", ", \"prompt_cache_retention\": \"24h\""))));
        all.add(new Faulty(Rule.L14, "in memory on gpt-5.5", () -> body(chat("gpt-5.5", TEXT, "Where is it?",
                ", \"prompt_cache_retention\": \"in_memory\""))));
        all.add(new Faulty(Rule.L15, "no key", () -> body(chat("gpt-5.4", TEXT, "Where is it?", ""))));
        all.add(new Faulty(Rule.L18, "reasoning dropped by Chat Completions", () -> body("""
                {"model": "gpt-5.4", "messages": [{"role": "system", "content": "%s"},
                  {"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"},
                  {"role": "user", "content": "Where is it?"}]}""".formatted(TEXT))));
        all.add(new Faulty(Rule.L18, "nothing stored and no encrypted reasoning", () -> body("""
                {"model": "gpt-5.5", "store": false, "input": [{"role": "developer", "content": "%s"},
                  {"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"},
                  {"role": "user", "content": "Where is it?"}]}""".formatted(TEXT))));
        all.add(new Faulty(Rule.L22, "an hour between calls", () -> rows("claude-sonnet-4-6", true)
                .at(Cadence.every(Duration.ofMinutes(20)))));
        all.add(new Faulty(Rule.L23, "all at once", () -> rows("gpt-5.4", false)
                .at(new Cadence(Duration.ofSeconds(6), 4, 0, Duration.ZERO))));
        all.add(new Faulty(Rule.L27, "above the long band", () -> body(chat("gpt-5.4",
                "The same words again and again. ".repeat(48_000), "Where is it?", ""))));
        all.add(new Faulty(Rule.L29, "a server that says nothing", () -> body(chat("gpt-5.4", TEXT, "Where?", ""))
                .on(new RuleSet.Blocks(16))));
        all.add(new Faulty(Rule.L17, "a picture with a signed address", () -> body("""
                {"model": "gpt-5.4", "messages": [{"role": "system", "content": "%s"},
                  {"role": "user", "content": [{"type": "text", "text": "See"}, {"type": "image_url", "image_url":
                    {"url": "https://files.example.com/a.png?X-Amz-Date=20261128T075512Z&X-Amz-Expires=900&X-Amz-Signature=5d41402abc4b2a76b9719d911017c592ab1234cd"}}]},
                  {"role": "assistant", "content": "I see"}, {"role": "user", "content": "And now?"}]}"""
                .formatted(TEXT))));
        all.add(new Faulty(Rule.L31, "a clock before thinking", () -> body("""
                {"model": "claude-opus-5-5", "max_tokens": 100, "system": [{"type": "text",
                  "text": "Current time: 2026-11-28T07:55:12Z.\\n%s"}], "messages": [
                  {"role": "user", "content": "Hi"}, {"role": "assistant", "content": [
                    {"type": "thinking", "thinking": "Greet.", "signature": "c2lnbmF0dXJl"},
                    {"type": "text", "text": "Hello"}]}, {"role": "user", "content": "Where is it?"}]}"""
                .formatted(TEXT))));
    }

    static AdviceCase rows(String model, boolean isMarked) {
        return file("""
                ---
                model: %s
                %s---
                {{role "system"}}
                {{! @block id=policy kind=static%s }}
                """.formatted(model, isMarked ? "cachewright.api: messages\n" : "", isMarked ? " break=true" : "")
                + POLICY + "{{role \"user\"}}\n{{question}}\n").rows(List.of(Map.of("question", "Why?"),
                        Map.of("question", "When?"), Map.of("question", "Who?"), Map.of("question", "How?")));
    }

    private static void pairs(List<Faulty> all) {
        String plain = chat("gpt-5.4", TEXT, "Where is it?", ", \"tools\": " + TOOLS);
        all.add(new Faulty(Rule.L04, "the same tools in another order", () -> body(plain).with(chat("gpt-5.4", TEXT,
                "Where is it?", ", \"tools\": " + tools("find_order", "cancel_order")))));
        all.add(new Faulty(Rule.L04, "tools in no order", () -> body(chat("gpt-5.4", TEXT, "Where is it?",
                ", \"tools\": " + tools("find_order", "cancel_order")))));
        all.add(new Faulty(Rule.L05, "the same keys in another order", () -> body(plain).with(chat("gpt-5.4", TEXT,
                "Where is it?", ", \"tools\": " + TOOLS.replace(
                        "\"type\": \"object\", \"properties\": {\"order\": {\"type\": \"string\"}}",
                        "\"properties\": {\"order\": {\"type\": \"string\"}}, \"type\": \"object\"")))));
        all.add(new Faulty(Rule.L25, "a tool more", () -> body(plain).with(chat("gpt-5.4", TEXT, "Where is it?",
                ", \"tools\": " + tools("cancel_order", "find_order", "refund_order")))));
        all.add(new Faulty(Rule.L26, "a side request without tools",
                () -> body(plain).with(chat("gpt-5.4", TEXT, "Where is it?", ""))));
        all.add(new Faulty(Rule.L07, "another effort", () -> body(chat("gpt-5.4", TEXT, "Where is it?",
                ", \"reasoning_effort\": \"low\"")).with(chat("gpt-5.4", TEXT, "Where is it?",
                        ", \"reasoning_effort\": \"high\""))));
        all.add(new Faulty(Rule.L13, "another key", () -> body(chat("gpt-5.4", TEXT, "Where is it?",
                ", \"prompt_cache_key\": \"a\"")).with(chat("gpt-5.4", TEXT, "Where is it?",
                        ", \"prompt_cache_key\": \"b\""))));
        all.add(new Faulty(Rule.L11, "another mode", () -> body(chat("gpt-5.6-sol", TEXT, "Where is it?",
                ", \"prompt_cache_options\": {\"mode\": \"explicit\"}")).with(chat("gpt-5.6-sol", TEXT, "Where is it?",
                        ""))));
        all.add(new Faulty(Rule.L06, "an earlier message that was edited", () -> body(conversation("It is blue."))
                .with(conversation("It was green."))));
        all.add(new Faulty(Rule.L21, "the oldest messages cut off", () -> body(conversation("It is blue.", true))
                .with(conversation("It is blue.", false))));
        all.add(new Faulty(Rule.L19, "arguments that were written anew", () -> body(called(
                "{\\\"order\\\":\\\"4711\\\",\\\"open\\\":true}"))
                .with(called("{\\\"open\\\":true,\\\"order\\\":\\\"4711\\\"}"))));
    }

    static String conversation(String answer) {
        return conversation(answer, false);
    }

    static String conversation(String answer, boolean isCut) {
        String oldest = isCut ? ""
                : "{\"role\": \"user\", \"content\": \"Hello there\"}, {\"role\": \"assistant\", \"content\": \"Hi\"}, ";
        return """
                {"model": "gpt-5.4", "messages": [{"role": "system", "content": "%s"}, %s
                  {"role": "user", "content": "Which tent?"}, {"role": "assistant", "content": "%s"},
                  {"role": "user", "content": "Where is it?"}]}""".formatted(TEXT, oldest, answer);
    }

    static String called(String arguments) {
        return """
                {"model": "gpt-5.4", "messages": [{"role": "system", "content": "%s"},
                  {"role": "user", "content": "Where?"}, {"role": "assistant", "content": null, "tool_calls": [
                    {"id": "call_1", "type": "function", "function": {"name": "find_order", "arguments": "%s"}}]},
                  {"role": "tool", "tool_call_id": "call_1", "content": "On its way"}], "tools": %s}"""
                .formatted(TEXT, arguments, TOOLS);
    }
}
