package dev.cachewright.format.advice;

import static dev.cachewright.format.advice.AdviceCase.POLICY;
import static dev.cachewright.format.advice.AdviceCase.body;
import static dev.cachewright.format.advice.AdviceCase.file;
import static dev.cachewright.format.advice.FaultyCases.MARK;
import static dev.cachewright.format.advice.FaultyCases.TEXT;
import static dev.cachewright.format.advice.FaultyCases.chat;
import static dev.cachewright.format.advice.FaultyCases.claude;
import static dev.cachewright.format.advice.FaultyCases.part;
import static dev.cachewright.format.advice.FaultyCases.tools;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.advice.Advice;
import dev.cachewright.advice.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Layouts that the linters of others call bad, each beside the one that they call good.
class LintedLayoutsTest {

    private static final String QUESTION = "[{\"role\": \"user\", \"content\": \"Where is it?\"}]";

    private static void assertLinted(Rule rule, AdviceCase bad, AdviceCase good) {
        assertThat(bad.advice()).extracting(Advice::rule).contains(rule);
        assertThat(good.advice()).extracting(Advice::rule).doesNotContain(rule);
    }

    private static AdviceCase asking(String system, String user) {
        return body(chat("gpt-5.4", system, user, ""));
    }

    @Test
    void theTimeOnLine1BelongsInTheQuestion() {
        assertLinted(Rule.L01, asking("Current time: 2026-11-28 07:55.\\n" + TEXT, "Where is it?"),
                asking(TEXT, "Current time: 2026-11-28 07:55. Where is it?"));
    }

    @Test
    void theDateOnLine1BelongsInTheQuestion() {
        assertLinted(Rule.L01, asking("Today's date: 2026-11-28\\n" + TEXT, "Where is it?"),
                asking(TEXT, "Today's date: 2026-11-28. Where is it?"));
    }

    @Test
    void theIdOfTheSessionBelongsInTheQuestion() {
        assertLinted(Rule.L01, asking("Session id: 8f3a22c1-5d41.\\n" + TEXT, "Where is it?"),
                asking(TEXT, "Session id: 8f3a22c1-5d41. Where is it?"));
    }

    @Test
    void theIdOfTheRequestBelongsInTheQuestion() {
        assertLinted(Rule.L01, asking("request_id=req_7f3a22c1b9e04d\\n" + TEXT, "Where is it?"),
                asking(TEXT, "request_id=req_7f3a22c1b9e04d. Where is it?"));
    }

    @Test
    void theProfileComesAfterThePolicy() {
        String profile = "{{! @block id=profile kind=dynamic }}\nThe user is {{user}}, who likes short answers.\n";
        String policy = "{{! @block id=policy kind=static }}\n" + POLICY;

        assertLinted(Rule.L03, profiled(profile + policy), profiled(policy + profile));
    }

    private static AdviceCase profiled(String system) {
        return file("---\nmodel: gpt-5.4\n---\n{{role \"system\"}}\n" + system + "{{role \"user\"}}\n{{question}}\n")
                .rows(List.of(Map.of("question", "Why?", "user", "Ada"), Map.of("question", "When?", "user", "Ben"),
                        Map.of("question", "Who?", "user", "Cleo")));
    }

    @Test
    void toolsKeepTheirOrder() {
        String sorted = chat("gpt-5.4", TEXT, "Where is it?", ", \"tools\": " + tools("cancel", "find", "refund"));
        String shuffled = chat("gpt-5.4", TEXT, "When?", ", \"tools\": " + tools("find", "refund", "cancel"));

        assertLinted(Rule.L04, body(sorted).with(shuffled), body(sorted).with(sorted.replace("Where is it", "When")));
    }

    @Test
    void keysOfASchemaKeepTheirOrder() {
        String one = schema("\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}}");
        String other = schema("\"properties\": {\"city\": {\"type\": \"string\"}}, \"type\": \"object\"");

        assertLinted(Rule.L05, body(one).with(other), body(one).with(one.replace("Where is it", "When")));
    }

    private static String schema(String keys) {
        return chat("gpt-5.4", TEXT, "Where is it?", ", \"response_format\": {\"type\": \"json_schema\", "
                + "\"json_schema\": {\"name\": \"answer\", \"schema\": {" + keys + "}}}");
    }

    @Test
    void aListOfThingsToDoComesAfterTheHistory() {
        assertLinted(Rule.L03, body(early("ask for the number")).with(early("look the order up")),
                body(late("ask for the number")).with(late("look the order up")));
    }

    private static String early(String todo) {
        return history("{\"role\": \"system\", \"content\": \"To do: %s\"},".formatted(todo), "");
    }

    private static String late(String todo) {
        return history("", ", {\"role\": \"system\", \"content\": \"To do: %s\"}".formatted(todo));
    }

    private static String history(String before, String after) {
        return """
                {"model": "gpt-5.4", "messages": [{"role": "system", "content": "You help."}, %s
                  {"role": "user", "content": "%s"}, {"role": "assistant", "content": "Which order?"},
                  {"role": "user", "content": "The last one."}%s]}""".formatted(before, TEXT, after);
    }

    @Test
    void picturesHaveAnAddressThatStays() {
        assertLinted(Rule.L17, body(picture("?X-Amz-Date=20261128T075512Z&X-Amz-Expires=900&X-Amz-Signature="
                + "5d41402abc4b2a76b9719d911017c592ab1234cd")), body(picture("")));
    }

    private static String picture(String query) {
        return """
                {"model": "gpt-5.4", "messages": [{"role": "system", "content": "%s"},
                  {"role": "user", "content": [{"type": "image_url", "image_url":
                    {"url": "https://files.example.com/a.png%s"}}]},
                  {"role": "assistant", "content": "I see"}, {"role": "user", "content": "And now?"}]}"""
                .formatted(TEXT, query);
    }

    @Test
    void aKeyHas64CharactersAtMost() {
        assertLinted(Rule.L13, keyed("k".repeat(65)), keyed("k".repeat(64)));
    }

    @Test
    void aKeyHasNoTimeInIt() {
        assertLinted(Rule.L13, keyed("support-1764316512"), keyed("support-2"));
    }

    private static AdviceCase keyed(String key) {
        return body(chat("gpt-5.4", TEXT, "Where is it?", ", \"prompt_cache_key\": \"" + key + "\""));
    }

    @Test
    void instructionsCarryNoMarker() {
        assertLinted(Rule.L08, body("""
                {"model": "gpt-5.6-sol", "instructions": "%s", "prompt_cache_options": {"mode": "explicit"},
                 "input": [{"role": "user", "content": "Where is it?"}]}""".formatted(TEXT)), body("""
                {"model": "gpt-5.6-sol", "prompt_cache_options": {"mode": "explicit"}, "input": [
                  {"role": "developer", "content": [{"type": "input_text", "text": "%s",
                    "prompt_cache_breakpoint": {"mode": "explicit"}}]},
                  {"role": "user", "content": "Where is it?"}]}""".formatted(TEXT)));
    }

    @Test
    void thereAreFourMarkersAtMost() {
        assertLinted(Rule.L12, marked(5), marked(4));
    }

    private static AdviceCase marked(int marks) {
        return body(claude(IntStream.range(0, marks).mapToObj(i -> part("Part " + i + ". " + TEXT, MARK))
                .collect(Collectors.joining(", ", "[", "]")), QUESTION, ""));
    }

    @Test
    void aMarkerIsNotAfterAVariable() {
        assertLinted(Rule.L09, filled("", " break=true"), filled(" break=true", ""));
    }

    private static AdviceCase filled(String onPolicy, String onCustomer) {
        return file("""
                ---
                model: claude-sonnet-4-6
                ---
                {{role "system"}}
                {{! @block id=policy kind=static%s }}
                %s
                {{! @block id=customer%s }}
                The customer is {{customer}}.
                {{role "user"}}
                {{question}}
                """.formatted(onPolicy, POLICY, onCustomer)).rows(List.of(
                Map.of("question", "Why?", "customer", "Ada"), Map.of("question", "When?", "customer", "Ben"),
                Map.of("question", "Who?", "customer", "Cleo")));
    }
}
