package dev.cachewright.format.advice;

import static dev.cachewright.format.advice.AdviceCase.POLICY;
import static dev.cachewright.format.advice.AdviceCase.body;
import static dev.cachewright.format.advice.AdviceCase.file;
import static dev.cachewright.format.advice.FaultyCases.MARK;
import static dev.cachewright.format.advice.FaultyCases.TEXT;
import static dev.cachewright.format.advice.FaultyCases.TOOLS;
import static dev.cachewright.format.advice.FaultyCases.called;
import static dev.cachewright.format.advice.FaultyCases.chat;
import static dev.cachewright.format.advice.FaultyCases.claude;
import static dev.cachewright.format.advice.FaultyCases.conversation;
import static dev.cachewright.format.advice.FaultyCases.part;
import static dev.cachewright.format.advice.FaultyCases.rows;
import static dev.cachewright.format.advice.FaultyCases.tools;

import dev.cachewright.advice.Rule;
import dev.cachewright.analysis.Cadence;
import dev.cachewright.format.advice.FaultyCases.Faulty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Prompts and requests that come near to a fault and have none, by the rule that must say nothing.
final class NearMisses {

    private static final String QUESTION = "[{\"role\": \"user\", \"content\": \"Where is it?\"}]";
    private static final String HOUR = ", \"cache_control\": {\"type\": \"ephemeral\", \"ttl\": \"1h\"}";

    private NearMisses() {
    }

    static List<Faulty> all() {
        var all = new ArrayList<Faulty>();
        text(all);
        breakpoints(all);
        settings(all);
        pairs(all);
        return all;
    }

    private static void text(List<Faulty> all) {
        all.add(new Faulty(Rule.L01, "a clock in the question", () -> body(chat("gpt-5.4", TEXT,
                "Current time: 2026-11-28T07:55:12Z. Where is it?", ""))));
        all.add(new Faulty(Rule.L01, "the date of a policy", () -> body(chat("gpt-5.4",
                "This is the policy of 28 November 2026.\\n" + TEXT, "Where is it?", ""))));
        all.add(new Faulty(Rule.L02, "a prompt that is long enough",
                () -> body(chat("gpt-5.4", TEXT, "Where is it?", ""))));
        all.add(new Faulty(Rule.L03, "the customer after the policy", () -> file("""
                ---
                model: gpt-5.4
                ---
                {{role "system"}}
                {{! @block id=policy kind=static }}
                """ + POLICY + """
                {{! @block id=customer kind=dynamic }}
                The customer is {{customer}}, a member for years.
                {{role "user"}}
                {{question}}
                """).rows(List.of(Map.of("question", "Why?", "customer", "Ada"),
                Map.of("question", "When?", "customer", "Ben")))));
        all.add(new Faulty(Rule.L20, "line ends of Unix", () -> body(chat("gpt-5.4",
                "You help.\\nAlways.\\n" + TEXT, "Where is it?", ""))));
        all.add(new Faulty(Rule.L28, "far from the next step", NearMisses::farFromStep));
        all.add(new Faulty(Rule.L30, "a variable with a value", () -> file("""
                ---
                model: gpt-5.4
                ---
                {{role "system"}}
                You work for {{company}}.
                """ + POLICY + "{{role \"user\"}}\n{{question}}\n").rows(List.of(
                Map.of("question", "Why?", "company", "Tidewater"),
                Map.of("question", "When?", "company", "Tidewater")))));
    }

    /// A prefix that ends just after a step of 128.
    private static AdviceCase farFromStep() {
        return IntStream.range(0, 128)
                .mapToObj(i -> file("""
                ---
                model: gpt-5.4
                ---
                {{role "system"}}
                """ + POLICY + " so".repeat(i) + "\n{{role \"user\"}}\n{{question}}\n")
                        .rows(List.of(Map.of("question", "Why?"), Map.of("question", "When?"))))
                .filter(made -> made.subject().analysis().prefix().tokens() % 128 < 8).findFirst().orElseThrow();
    }

    private static void breakpoints(List<Faulty> all) {
        all.add(new Faulty(Rule.L08, "a breakpoint where the model takes it", () -> body("""
                {"model": "gpt-5.6-sol", "prompt_cache_options": {"mode": "explicit"}, "input": [
                  {"role": "developer", "content": [{"type": "input_text", "text": "%s",
                  "prompt_cache_breakpoint": {"mode": "explicit"}}]}, {"role": "user", "content": "Where is it?"}]}"""
                .formatted(TEXT))));
        all.add(new Faulty(Rule.L09, "a breakpoint on the policy", () -> body(claude("[" + part(TEXT, MARK) + "]",
                QUESTION, ""))));
        all.add(new Faulty(Rule.L10, "a turn of 5 positions", () -> body(claude("[" + part(TEXT, "") + "]",
                shortTurn(), ""))));
        all.add(new Faulty(Rule.L12, "a fourth breakpoint", () -> body(claude(
                "[" + IntStream.range(0, 4).mapToObj(i -> part("Part " + i + ". " + TEXT, MARK))
                        .collect(Collectors.joining(", ")) + "]",
                QUESTION, ""))));
        all.add(new Faulty(Rule.L12, "an hour before five minutes", () -> body(claude(
                "[" + part(TEXT, HOUR) + ", " + part(TEXT, MARK) + "]", QUESTION, ""))));
        all.add(new Faulty(Rule.L16, "the policy marked for Claude", () -> body(claude("[" + part(TEXT, MARK) + "]",
                QUESTION, ""))));
        all.add(new Faulty(Rule.L24, "documents after a prefix that all rows share", () -> file("""
                ---
                model: gpt-5.6-sol
                cachewright.cache: { mode: explicit }
                ---
                {{role "system"}}
                {{! @block id=policy kind=static break=true }}
                """ + POLICY + "{{role \"user\"}}\n{{document}}\n").rows(List.of(Map.of("document", "One. " + POLICY),
                Map.of("document", "Two. " + POLICY), Map.of("document", "Three. " + POLICY)))));
    }

    private static String shortTurn() {
        String found = IntStream.range(0, 4).mapToObj(i -> part("Finding " + i + ".", ""))
                .collect(Collectors.joining(", "));
        return "[{\"role\": \"user\", \"content\": [" + part("Look", MARK)
                + "]}, {\"role\": \"assistant\", \"content\": [" + found + "]}, {\"role\": \"user\", \"content\": ["
                + part("And now?", MARK) + "]}]";
    }

    private static void settings(List<Faulty> all) {
        all.add(new Faulty(Rule.L13, "a key of 64 characters", () -> body(chat("gpt-5.4", TEXT, "Where is it?",
                ", \"prompt_cache_key\": \"" + "support-".repeat(8) + "\""))));
        all.add(new Faulty(Rule.L13, "a key with a version", () -> body(chat("gpt-5.4", TEXT, "Where is it?",
                ", \"prompt_cache_key\": \"support-v2.10.3\""))));
        all.add(new Faulty(Rule.L14, "a retention that the model has", () -> body(chat("gpt-5.5", TEXT,
                "Where is it?", ", \"prompt_cache_retention\": \"24h\""))));
        all.add(new Faulty(Rule.L15, "a key", () -> body(chat("gpt-5.4", TEXT, "Where is it?",
                ", \"prompt_cache_key\": \"support\""))));
        all.add(new Faulty(Rule.L17, "a picture at an address that stays", () -> body("""
                {"model": "gpt-5.4", "messages": [{"role": "system", "content": "%s"},
                  {"role": "user", "content": [{"type": "text", "text": "See"}, {"type": "image_url", "image_url":
                    {"url": "https://files.example.com/2026/11/a.png?width=400"}}]},
                  {"role": "assistant", "content": "I see"}, {"role": "user", "content": "And now?"}]}"""
                .formatted(TEXT))));
        all.add(new Faulty(Rule.L18, "a model that does not reason", () -> body("""
                {"model": "gpt-4.1", "messages": [{"role": "system", "content": "%s"},
                  {"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"},
                  {"role": "user", "content": "Where is it?"}]}""".formatted(TEXT))));
        all.add(new Faulty(Rule.L18, "nothing stored, reasoning asked for encrypted", () -> body("""
                {"model": "gpt-5.5", "store": false, "include": ["reasoning.encrypted_content"], "input": [
                  {"role": "developer", "content": "%s"}, {"role": "user", "content": "Hi"},
                  {"role": "assistant", "content": "Hello"}, {"role": "user", "content": "Where is it?"}]}"""
                .formatted(TEXT))));
        all.add(new Faulty(Rule.L22, "calls within the lifetime", () -> rows("claude-sonnet-4-6", true)
                .at(Cadence.every(Duration.ofMinutes(4)))));
        all.add(new Faulty(Rule.L23, "one call after the other", () -> rows("gpt-5.4", false)
                .at(Cadence.every(Duration.ofSeconds(6)))));
        all.add(new Faulty(Rule.L27, "below the long band", () -> body(chat("gpt-5.4",
                "The same words again and again. ".repeat(30_000), "Where is it?", ""))));
        all.add(new Faulty(Rule.L29, "a server that reports", () -> body(chat("gpt-5.4", TEXT, "Where?", ""))));
        all.add(new Faulty(Rule.L31, "a model that does not bind thinking", () -> body("""
                {"model": "claude-sonnet-4-6", "max_tokens": 100, "system": [{"type": "text",
                  "text": "Current time: 2026-11-28T07:55:12Z.\\n%s"}], "messages": [
                  {"role": "user", "content": "Hi"}, {"role": "assistant", "content": [
                    {"type": "thinking", "thinking": "Greet.", "signature": "c2lnbmF0dXJl"},
                    {"type": "text", "text": "Hello"}]}, {"role": "user", "content": "Where is it?"}]}"""
                .formatted(TEXT))));
    }

    private static void pairs(List<Faulty> all) {
        String plain = chat("gpt-5.4", TEXT, "Where is it?", ", \"tools\": " + TOOLS);
        String asked = chat("gpt-5.4", TEXT, "May I return it?", ", \"tools\": " + TOOLS);
        all.add(new Faulty(Rule.L04, "tools by name", () -> body(plain)));
        all.add(new Faulty(Rule.L04, "no order, but the same one", () -> body(plain.replace(TOOLS,
                tools("find_order", "cancel_order"))).with(asked.replace(TOOLS,
                        tools("find_order", "cancel_order")))));
        all.add(new Faulty(Rule.L05, "the same keys in the same order", () -> body(plain).with(asked)));
        all.add(new Faulty(Rule.L06, "a message more", () -> body(conversation("It is blue.")).with(
                conversation("It is blue.").replace("\"Where is it?\"}", "\"Where is it?\"}, {\"role\": \"assistant\", "
                        + "\"content\": \"In Kiel\"}, {\"role\": \"user\", \"content\": \"And when?\"}"))));
        all.add(new Faulty(Rule.L07, "the same effort", () -> body(chat("gpt-5.4", TEXT, "Where is it?",
                ", \"reasoning_effort\": \"low\"")).with(chat("gpt-5.4", TEXT, "When?",
                        ", \"reasoning_effort\": \"low\""))));
        all.add(new Faulty(Rule.L11, "the same mode", () -> body(chat("gpt-5.6-sol", TEXT, "Where is it?", ""))
                .with(chat("gpt-5.6-sol", TEXT, "When?", ""))));
        all.add(new Faulty(Rule.L19, "arguments as they were", () -> body(called("{\\\"order\\\":\\\"4711\\\"}"))
                .with(called("{\\\"order\\\":\\\"4711\\\"}").replace("On its way", "Lost"))));
        all.add(new Faulty(Rule.L21, "the whole history", () -> body(conversation("It is blue.", false))
                .with(conversation("It is blue.", false).replace("Where is it?", "And when?"))));
        all.add(new Faulty(Rule.L25, "the same tools", () -> body(plain).with(asked)));
        all.add(new Faulty(Rule.L26, "a side request with all tools", () -> body(plain)
                .with(chat("gpt-5.4", TEXT, "Give this conversation a title.", ", \"tools\": " + TOOLS))));
    }
}
