package dev.cachewright.format.recover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnFieldsTest {

    private static final String SEARCH = tool("search");
    private static final String PAY = tool("pay");

    private static String tool(String name) {
        return "{\"type\":\"function\",\"function\":{\"name\":\"" + name + "\",\"parameters\":{\"type\":\"object\"}}}";
    }

    private static Recorded call(String tools, String more, String question) {
        return new Recorded("{\"model\":\"gpt-4o\"" + more + ",\"tools\":[" + tools + "],\"messages\":["
                + "{\"role\":\"system\",\"content\":\"Answer from the handbook alone.\"},"
                + "{\"role\":\"user\",\"content\":\"" + question + "\"}]}", Optional.empty(), "calls.jsonl");
    }

    private static List<String> differing(Recorded... calls) {
        return OwnFields.differing(Recovery.of(List.of(calls)).prompts().getFirst().values());
    }

    @Test
    void toolsInAnotherOrderAreInNoForecast() {
        RecoveredPrompt prompt = Recovery.of(List.of(call(SEARCH + "," + PAY, "", "Where?"),
                call(PAY + "," + SEARCH, "", "When?"))).prompts().getFirst();

        assertThat(OwnFields.differing(prompt.values())).containsExactly("tools");
        assertThat(prompt.holdsWhatDiffers()).isFalse();
        assertThat(prompt.notes()).singleElement().asString().endsWith("no forecast knows of those: tools");
    }

    @Test
    void aCacheKeyThatSomeCallsHaveDiffersAndASeedDoesNotMatter() {
        assertThat(differing(call(SEARCH, ",\"seed\":1,\"prompt_cache_key\":\"a\"", "Where?"),
                call(SEARCH, ",\"seed\":2", "When?"))).containsExactly("prompt_cache_key");
        assertThat(differing(call(SEARCH, ",\"seed\":1", "Where?"), call(SEARCH, ",\"seed\":2", "When?"))).isEmpty();
    }

    @Test
    void rowsThatWereNotRecordedHaveNone() {
        assertThat(OwnFields.differing(Values.none())).isEmpty();
        assertThat(OwnFields.differing(new Values("", List.of("@body"), List.of(new Row(Map.of("@body", "tools")),
                new Row(Map.of("question", "Where?")))))).isEmpty();
    }
}
