package dev.cachewright.format.recover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PromptRecoveryTest {

    private static final String RULES = "You answer questions of customers of a bookshop.\n"
            + "Be short, be kind, and never promise what the shop does not sell.\n".repeat(5);

    private static List<Recorded> recorded(String... bodies) {
        return IntStream.range(0, bodies.length).mapToObj(i -> new Recorded(bodies[i], Optional.of(
                Instant.parse("2026-11-02T08:00:00Z").plusSeconds(i)), "calls.jsonl:" + (i + 1))).toList();
    }

    private static String chat(String fields, String... texts) {
        var messages = new ArrayList<String>();
        for (int i = 0; i < texts.length; i++) {
            String role = i == 0 ? "system" : i % 2 == 1 ? "user" : "assistant";
            messages.add("{\"role\":\"" + role + "\",\"content\":" + RawJson.quote(texts[i]) + "}");
        }
        return "{\"model\":\"gpt-5.4\",\"messages\":[" + String.join(",", messages) + "]" + fields + "}";
    }

    private static List<String> texts(RecoveredPrompt prompt) {
        return prompt.prompt().blocks().stream().map(Block::text).toList();
    }

    @Test
    void whatVariesIsAVariableNamedAfterTheTextBeforeIt() {
        Recovery recovery = Recovery.of(recorded(
                chat("", RULES, "Customer: Ann\nOrder number: 17\n<document>One page</document>"),
                chat("", RULES, "Customer: Bert\nOrder number: 204\n<document>All pages</document>"),
                chat("", RULES, "Customer: Cy\nOrder number: 3\n<document>None</document>")));

        assertThat(recovery.exact()).isEqualTo(3);
        RecoveredPrompt prompt = recovery.prompts().getFirst();
        assertThat(texts(prompt)).containsExactly(RULES,
                "Customer: {{customer}}\nOrder number: {{order_number}}\n<document>{{document}}</document>");
        assertThat(prompt.values().row(1).values()).isEqualTo(Map.of("customer", "Bert", "order_number", "204",
                "document", "All pages", "@at", "2026-11-02T08:00:01Z"));
    }

    @Test
    void aTimeBeforeStaticTextIsABlockOfItsOwn() {
        RecoveredPrompt prompt = Recovery.of(recorded(
                chat("", "It is 2026-11-02T08:00:01Z.\n" + RULES, "Hello"),
                chat("", "It is 2026-11-02T08:17:09Z.\n" + RULES, "Goodbye"))).prompts().getFirst();

        assertThat(texts(prompt)).containsExactly("It is {{time}}.\n", RULES, "{{question}}");
        assertThat(prompt.prompt().blocks()).extracting(Block::kind).containsExactly(Kind.DYNAMIC, Kind.STATIC,
                Kind.DYNAMIC);
        assertThat(prompt.variables()).containsExactly("time", "question");
    }

    @Test
    void aPartThatSomeCallsHaveIsOptional() {
        RecoveredPrompt prompt = Recovery.of(recorded(
                chat("", RULES, "Name: Ann\nVIP: gold customer since 2020\nAsk: hat\n"),
                chat("", RULES, "Name: Bert\nAsk: coat\n"),
                chat("", RULES, "Name: Cy\nVIP: gold customer since 1999\nAsk: tie\n"))).prompts().getFirst();

        assertThat(prompt.calls()).isEqualTo(3);
        assertThat(texts(prompt).get(1)).contains("{{#if ", "VIP: gold customer since {{", "{{/if}}");
    }

    @Test
    void aLineThatOnlySomeCallsBeginWithIsABlockOfItsOwnBeforeStaticText() {
        RecoveredPrompt prompt = Recovery.of(recorded(
                chat("", "Now: 2026-11-28 09:41\n" + RULES, "Hello"),
                chat("", RULES, "Goodbye"),
                chat("", "Now: 2026-11-28 09:43\n" + RULES, "Where is my hat?"),
                chat("", RULES, "Why?"))).prompts().getFirst();

        assertThat(prompt.calls()).isEqualTo(4);
        assertThat(texts(prompt)).containsExactly("{{#if time}}\nNow: 2026-11-28 {{time}}\n{{/if}}\n", RULES,
                "{{question}}");
        assertThat(prompt.prompt().blocks()).extracting(Block::kind).containsExactly(Kind.DYNAMIC, Kind.STATIC,
                Kind.DYNAMIC);
        assertThat(prompt.values().rows()).extracting(row -> row.values().get("time")).containsExactly("09:41", "",
                "09:43", "");
    }

    @Test
    void anOptionalLineThatBeginsLikeTheLineAfterItIsWhole() {
        String start = "You write letters.\n";
        String end = "Customer letters are short.\n" + RULES;
        RecoveredPrompt prompt = Recovery.of(recorded(
                chat("", start + "Customer: Ann\n" + end, "Hello"),
                chat("", start + end, "Goodbye"),
                chat("", start + "Customer: Bert\n" + end, "Why?"))).prompts().getFirst();

        assertThat(prompt.calls()).isEqualTo(3);
        assertThat(texts(prompt)).containsExactly(
                start + "{{#if customer}}\nCustomer: {{customer}}\n{{/if}}\n", end, "{{question}}");
    }

    @Test
    void aLineThatOnlySomeCallsEndWithLeavesTheTextBeforeItStatic() {
        RecoveredPrompt prompt = Recovery.of(recorded(
                chat("", RULES + "Now: 09:41\n", "Hello"), chat("", RULES, "Goodbye"),
                chat("", RULES + "Now: 09:43\n", "Why?"))).prompts().getFirst();

        assertThat(prompt.calls()).isEqualTo(3);
        assertThat(texts(prompt)).containsExactly(RULES, "{{#if now}}\nNow: {{now}}\n{{/if}}\n", "{{question}}");
    }

    @Test
    void fieldsThatNoPromptCanVaryAreInTheRowAndSaid() {
        RecoveredPrompt prompt = Recovery.of(recorded(chat(",\"seed\":1,\"user\":\"u1\"", RULES, "a"),
                chat(",\"seed\":2", RULES, "b"))).prompts().getFirst();

        assertThat(prompt.calls()).isEqualTo(2);
        assertThat(prompt.notes()).singleElement().asString().contains("seed, user", "@body");
        assertThat(prompt.values().row(0).values()).containsEntry("@body", Map.of("seed", 1, "user", "u1"));
    }

    @Test
    void aConversationThatGrowsIsOneRowACallWithTheRestAsOneVariable() {
        RecoveredPrompt prompt = Recovery.of(recorded(chat("", RULES, "Hi", "Hello", "Books?"),
                chat("", RULES, "Hi", "Hello", "Books?", "Many", "Which?"),
                chat("", RULES, "Hi", "Hello", "Books?", "Many", "Which?", "These", "Thanks"))).prompts().getFirst();

        assertThat(prompt.calls()).isEqualTo(3);
        assertThat(prompt.variables()).containsExactly("turns");
        assertThat(texts(prompt)).containsExactly(RULES, "Hi", "{{#each turns}}{{role from}}{{text}}{{/each}}");
        assertThat(prompt.notes()).singleElement().asString().contains("conversations");
    }

    @Test
    void aConversationWithToolCallsKeepsTheExactMessages() {
        String call = "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\","
                + "\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\":{{1}}}\"}}]}";
        String result = "{\"role\":\"tool\",\"tool_call_id\":\"c1\",\"content\":\"found\"}";
        String start = "{\"model\":\"gpt-5.4\",\"messages\":[{\"role\":\"user\",\"content\":\"Look\"}";
        Recovery recovery = Recovery.of(recorded(start + "]}", start + "," + call + "," + result + "]}",
                start + "," + call + "," + result + "," + call + "," + result + "]}"));

        assertThat(recovery.leftOut()).isEmpty();
        RecoveredPrompt prompt = recovery.prompts().getFirst();
        assertThat(texts(prompt)).startsWith("Look", "{{turns.m2}}").hasSize(5);
        assertThat(prompt.calls()).isEqualTo(3);
        assertThat(prompt.variables()).containsExactly("turns");
    }

    @Test
    void aPictureThatAllCallsHaveStaysAsItIs() {
        List<String> bodies = Stream.of("a", "b").map(question -> "{\"model\":\"gpt-5.4\",\"messages\":[{\"role\":"
                + "\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,iVBO\"}}"
                + ",{\"type\":\"text\",\"text\":\"What is " + question + "?\"}]}]}").toList();
        RecoveredPrompt prompt = Recovery.of(recorded(bodies.toArray(String[]::new))).prompts().getFirst();

        assertThat(prompt.calls()).isEqualTo(2);
        assertThat(texts(prompt)).singleElement().asString().contains("base64,iVBO", "What is {{");
    }

    @Test
    void otherToolsAreAnotherPrompt() {
        String one = ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"one\"}}]";
        String two = ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"two\"}}]";
        Recovery recovery = Recovery.of(recorded(chat(one, RULES, "a"), chat(two, RULES, "b"), chat(one, RULES, "c"),
                chat(two, RULES, "d"), chat("", RULES, "e")));

        assertThat(recovery.prompts()).extracting(RecoveredPrompt::calls).containsExactly(2, 2);
        assertThat(recovery.leftOut()).containsExactly(new LeftOut(
                "whose settings, tools, schema or messages no other call has", 1, "calls.jsonl:5"));
    }

    @Test
    void damagedBodiesAreCountedWithTheirFirstPlace() {
        Recovery recovery = Recovery.of(recorded(chat("", RULES, "a"), "{\"messages\":[", "{}", "", chat("", RULES,
                "b")));

        assertThat(recovery.exact()).isEqualTo(2);
        assertThat(recovery.leftOut()).containsExactly(new LeftOut("with no request body", 3, "calls.jsonl:2"));
    }

    @Test
    void oneCallIsAPromptWithoutVariables() {
        RecoveredPrompt prompt = Recovery.of(recorded(chat("", RULES, "Hello {{name}} \\{{x}}"))).prompts().getFirst();

        assertThat(prompt.variables()).isEmpty();
        assertThat(prompt.rows()).isEqualTo("{\"@at\":\"2026-11-02T08:00:00Z\"}\n");
    }

    @Test
    void twoCallsWithNothingInCommonAreVariablesAlone() {
        RecoveredPrompt prompt = Recovery.of(recorded(chat("", "Be kind.", "Where is my hat?"), chat("",
                "Translate all of it", "Bonjour"))).prompts().getFirst();

        assertThat(texts(prompt)).containsExactly("{{instructions}}", "{{question}}");
    }

    @Test
    void carriageReturnsAndBracesComeBack() {
        Recovery recovery = Recovery.of(recorded(
                chat("", "Rules {{#if}}\r\n" + RULES + "{", "{\"name\": \"{x}\", \"a\": {{b}}}\r\n"),
                chat("", "Rules {{#if}}\r\n" + RULES + "{", "{\"name\": \"{}\", \"a\": {{b}}}\r\n"),
                chat("", "Rules {{#if}}\r\n" + RULES + "{", "{\"name\": \"\", \"a\": {{b}}}\r\n")));

        assertThat(recovery.leftOut()).isEmpty();
        assertThat(recovery.exact()).isEqualTo(3);
    }

    @Test
    void toolsInAnotherOrderEachTimeAreInTheRows() {
        List<String> tools = List.of("one", "two", "three").stream()
                .map(name -> "{\"type\":\"function\",\"function\":{\"name\":\"" + name + "\"}}").toList();
        RecoveredPrompt prompt = Recovery.of(recorded(chat(",\"tools\":[" + tools.get(0) + "," + tools.get(1) + "]",
                RULES, "a"), chat(",\"tools\":[" + tools.get(1) + "," + tools.get(0) + "]", RULES, "b"))).prompts()
                .getFirst();

        assertThat(prompt.calls()).isEqualTo(2);
        assertThat(prompt.prompt().blocks().getFirst().text()).startsWith("[" + tools.getFirst());
        assertThat(prompt.notes()).singleElement().asString().contains("first call", "tools");
    }

    @Test
    void noCallsAreNoPrompts() {
        assertThat(Recovery.of(List.of())).isEqualTo(new Recovery(List.of(), List.of()));
    }

    @Test
    void instructionsOfClaudeAreCutIntoBlocks() {
        List<String> bodies = Stream.of("08:00", "09:30").map(time -> "{\"model\":\"claude-sonnet-4-6\",\"system\":"
                + RawJson.quote("Now: " + time + "\n" + RULES) + ",\"max_tokens\":5,\"messages\":[{\"role\":\"user\","
                + "\"content\":[{\"type\":\"text\",\"text\":\"At " + time + "\"}]}]}").toList();
        RecoveredPrompt prompt = Recovery.of(recorded(bodies.toArray(String[]::new))).prompts().getFirst();

        assertThat(prompt.calls()).isEqualTo(2);
        assertThat(prompt.variables()).containsExactly("now", "question");
        assertThat(texts(prompt)).first().isEqualTo("Now: {{now}}\n");
    }
}
