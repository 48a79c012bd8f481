package dev.cachewright.format.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Breakpoint;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheEntryTest {

    private static final String FLOW = """
            ---
            model: x
            cachewright.cache: { key: "support", note: [1, 2], mode: explicit }   # ours
            other: 1
            ---
            """;
    private static final String LINES = """
            ---
            cachewright.cache:   # ours
              # a shared key
              key: support   # the team's
              mode: "explicit"

              note: [1, 2]
            # the rest
            other: 1
            ---
            """;

    private static String with(String text, CacheSettings cache) {
        PromptFile file = PromptFile.read(text);
        return file.write(file.messages().withSettings(file.messages().settings().withCache(cache)));
    }

    @ParameterizedTest
    @ValueSource(strings = {FLOW, LINES})
    void whatIsNotEditedKeepsItsBytes(String text) {
        for (String file : List.of(text, text.replace("\n", "\r\n"))) {
            assertThat(PromptFile.read(file).messages().settings().cache()).isEqualTo(new CacheSettings("explicit", "",
                    "support", ""));
            assertThat(with(file, new CacheSettings("explicit", "", "support", ""))).isEqualTo(file);
        }
    }

    @Test
    void editsOfALineKeepOrderOtherKeysAndTheComment() {
        assertThat(with(FLOW, new CacheSettings("implicit", "30m", "team a", "24h"))).isEqualTo(FLOW.replace(
                "{ key: \"support\", note: [1, 2], mode: explicit }",
                "{ key: \"team a\", note: [1,2], mode: implicit, ttl: 30m, retention: 24h }"));
        assertThat(with(FLOW, CacheSettings.none())).isEqualTo(FLOW.replace(
                "{ key: \"support\", note: [1, 2], mode: explicit }", "{ note: [1,2] }"));
    }

    @Test
    void editsOfLinesChangeThoseLinesAlone() {
        String edited = LINES.replace("key: support ", "key: \"team a\" ").replace("note: [1, 2]\n",
                "note: [1, 2]\n  ttl: 12h\n").replace("  mode: \"explicit\"\n", "");

        assertThat(with(LINES, new CacheSettings("", "12h", "team a", ""))).isEqualTo(edited);
        assertThat(with(LINES.replace("\n", "\r\n"), new CacheSettings("", "12h", "team a", ""))).isEqualTo(
                edited.replace("\n", "\r\n"));
    }

    @Test
    void theKeyGoesWithItsLastSetting() {
        String file = "---\ncachewright.cache:\n  mode: explicit\nmodel: x\n---\n";

        assertThat(with(file, CacheSettings.none())).isEqualTo("---\nmodel: x\n---\n");
        assertThat(with("---\nmodel: x\n---\n", CacheSettings.none().withKey("k"))).isEqualTo(
                "---\nmodel: x\ncachewright.cache: { key: \"k\" }\n---\n");
    }

    @Test
    void valuesThatYamlWouldTakeForSomethingElseAreQuoted() {
        for (CacheSettings cache : List.of(new CacheSettings("", "30", "12", ""), new CacheSettings("a: b", "# c", "{",
                "true"))) {
            assertThat(PromptFile.read(with("", cache)).messages().settings().cache()).isEqualTo(cache);
            assertThat(PromptFile.read(with(LINES, cache)).messages().settings().cache()).isEqualTo(cache);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -     | {}                                                     | -
            -     | {"cache_control": {"type": "ephemeral"}}               | `
            -     | {"cache_control": {"type": "ephemeral", "ttl": "1h"}}  | 1h
            true  | {}                                                     | `
            1h    | {}                                                     | 1h
            false | {"cache_control": {"type": "ephemeral"}}               | -
            """)
    void theBreakpointAfterToolsStandsInTheFrontMatterOrTheirOwnJson(String word, String tool, String ttl) {
        String text = word == null ? "" : "---\ncachewright.cache: { tools: " + word + " }\n---\n";
        PromptFile file = PromptFile.read(text);
        Block tools = Block.of("tools", Role.TOOLS, Kind.STATIC, "[" + tool + "]");

        Block read = file.withBreakpoint(tools);

        assertThat(read.breakpoint()).isEqualTo(Stream.ofNullable(ttl).map(lifetime -> new Breakpoint("tools",
                lifetime.replace("`", ""))).findFirst());
        assertThat(file.write(Prompt.of(List.of(read), file.messages().settings()))).isEqualTo(text);
        assertThat(PromptFile.empty().write(Prompt.of(List.of(read), file.messages().settings()))).isEqualTo(text);
    }

    @Test
    void aBreakpointThatIsTakenFromToolsStaysAway() {
        Block tools = Block.of("tools", Role.TOOLS, Kind.STATIC, "[{\"cache_control\": {\"type\": \"ephemeral\"}}]");

        String written = PromptFile.empty().write(Prompt.of(List.of(tools), PromptFile.empty().messages().settings()));

        assertThat(written).isEqualTo("---\ncachewright.cache: { tools: false }\n---\n");
        assertThat(PromptFile.read(written).withBreakpoint(tools)).isEqualTo(tools);
    }
}
