package dev.cachewright.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.advice.Spot;
import dev.cachewright.prompt.Block;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.PromptDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {

    @TempDir
    private Path folder;

    /// The place of a text in a block, as `file:line:column-line:column`.
    private String place(String name, String content, String block, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return place(file, block, text);
    }

    private String place(Path file, String block, String text) {
        PromptDocument document = new PromptDocuments().open(file);
        Block found = document.opened().block(block).orElseThrow();
        int start = found.text().indexOf(text);
        assertThat(start).as("\"%s\" in %s", text, found.text()).isNotNegative();
        return shown(places(file, document).of(Spot.of(found, start, start + text.length())));
    }

    private static Places places(Path file, PromptDocument document) {
        return new Places(file, document, document.path().isEmpty() && new PromptDocuments().readBody(file)
                .isPresent());
    }

    private static String shown(Region region) {
        return region.file().getFileName() + ":" + region.line() + ":" + region.column() + "-" + region.endLine() + ":"
                + region.endColumn();
    }

    @Test
    void aTextAfterABlocksMarkIsWhereItStandsInTheFile() throws IOException {
        assertThat(place("a.prompt", """
                ---
                model: openai/gpt-5.4
                ---
                {{role "system"}}
                {{! @block id=policy kind=static }}
                Be kind.
                {{! @block id=clock kind=static }}
                Now: 09:41 or so.
                """, "clock", "09:41")).isEqualTo("a.prompt:8:6-8:11");
    }

    @Test
    void lineEndsOfTwoCharactersAreOneLineBreak() throws IOException {
        assertThat(place("a.prompt", "---\r\nmodel: openai/gpt-5.4\r\n---\r\n{{role \"system\"}}\r\nOne.\r\nTwo 😀 "
                + "three.\r\nFour.", "system", "three.\nFo")).isEqualTo("a.prompt:6:8-7:3");
    }

    @Test
    void aByteOrderMarkIsNoColumn() throws IOException {
        assertThat(place("a.prompt", "\uFEFFHello 09:41", "user", "09:41")).isEqualTo("a.prompt:1:7-1:12");
        assertThat(place("b.prompt", "\uFEFF---\nmodel: openai/gpt-5.4\n---\nHello 09:41", "user", "09:41"))
                .isEqualTo("b.prompt:4:7-4:12");
    }

    @Test
    void escapesInABodyAreStillOneCharacterEach() throws IOException {
        String body = """
                {"model": "gpt-5.4",
                 "messages": [{"role": "system", "content": "A \\"q\\"\\n\\u00e9\\\\ at 09:41"},
                              {"role": "user", "content": [{"type": "text", "text": "one"},
                                                           {"type": "text", "text": "two\\t09:42"}]}]}
                """;

        assertThat(place("a.json", body, "system", "09:41")).isEqualTo("a.json:2:67-2:72");
        assertThat(body.lines().toList().get(1).indexOf("09:41") + 1).isEqualTo(67);
        assertThat(place("a.json", body, "user-2", "09:42")).isEqualTo(
                "a.json:4:" + (body.lines().toList().get(3).indexOf("09:42") + 1) + "-4:"
                        + (body.lines().toList().get(3).indexOf("09:42") + 6));
    }

    @Test
    void bracesOfABodyAreNotCountedTwice() throws IOException {
        String body = "{\"model\": \"gpt-5.4\", \"messages\": [{\"role\": \"user\", \"content\": \"{{a}} {{b}} 09:41\"}]}";

        assertThat(place("a.json", body, "user", "09:41")).isEqualTo("a.json:1:" + (body.indexOf("09:41") + 1) + "-1:"
                + (body.indexOf("09:41") + 6));
        assertThat(place("b.json", "\uFEFF" + body, "user", "09:41")).isEqualTo("b.json:1:" + (body.indexOf("09:41")
                + 1) + "-1:" + (body.indexOf("09:41") + 6));
    }

    @Test
    void instructionsToolsAndItemsOfABodyHaveTheirPlaces() throws IOException {
        String body = """
                {"model": "gpt-5.4", "instructions": "Now 09:41.",
                 "tools": [{"type": "function", "name": "search"}],
                 "input": [{"type": "function_call", "call_id": "c1", "name": "search", "arguments": "{}"}]}
                """;

        assertThat(place("a.json", body, "system", "09:41")).isEqualTo("a.json:1:43-1:48");
        assertThat(place("a.json", body, "tools", "search")).isEqualTo("a.json:2:42-2:48");
        assertThat(place("a.json", body, "assistant", "c1")).isEqualTo("a.json:3:50-3:52");
    }

    @Test
    void toolsInAFileOfTheirOwnHaveTheirPlaceThere() throws IOException {
        Files.writeString(folder.resolve("t.json"), "[\r\n {\"type\": \"function\", \"function\": {\"name\": \"b\"}}]");

        assertThat(place("a.prompt", "---\nmodel: openai/gpt-5.4\ncachewright.tools: t.json\n---\nHello", "tools",
                "\"b\"")).isEqualTo("t.json:2:44-2:47");
    }

    @Test
    void toolsInTheFrontMatterAreAtTheirKey() throws IOException {
        assertThat(place("a.prompt", """
                ---
                model: openai/gpt-5.4
                toolDefs: [{ name: search, inputSchema: { q: string } }]
                ---
                Hello
                """, "tools", "search")).isEqualTo("a.prompt:3:11-3:11");
    }

    @Test
    void settingsAreAtTheirValuesOrAtWhatIsAroundThem() throws IOException {
        Path file = Files.writeString(folder.resolve("a.prompt"), """
                # licence
                ---
                model: openai/gpt-5.4
                cachewright.cache: { key: "support" }
                ---
                Hello
                """);
        Places places = places(file, new PromptDocuments().open(file));

        assertThat(shown(places.of(Spot.setting("cache.key", "support")))).isEqualTo("a.prompt:4:27-4:27");
        assertThat(shown(places.of(Spot.setting("cache.ttl", "")))).isEqualTo("a.prompt:4:20-4:20");
        assertThat(shown(places.of(Spot.setting("model", "")))).isEqualTo("a.prompt:3:8-3:8");
        assertThat(shown(places.of(Spot.setting("config.temperature", "")))).isEqualTo("a.prompt:2:1-2:1");
        assertThat(shown(places.of(Spot.request()))).isEqualTo("a.prompt:1:1-1:1");
    }

    @Test
    void settingsOfABodyAreAtTheirFields() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), """
                {"model": "gpt-5.4",
                 "prompt_cache_key": "k", "messages": [{"role": "user", "content": "Hello"}]}
                """);
        Places places = places(file, new PromptDocuments().open(file));

        assertThat(shown(places.of(Spot.setting("cache.key", "k")))).isEqualTo("a.json:2:23-2:23");
        assertThat(shown(places.of(Spot.setting("cache.ttl", "")))).isEqualTo("a.json:1:1-1:1");
    }

    @Test
    void aTextThatStandsOnceInAnotherForm() throws IOException {
        assertThat(place("a.txt", "curl https://api.openai.com/v1/chat/completions -d '{\"model\": \"gpt-5.4\",\n"
                + "\"messages\": [{\"role\": \"user\", \"content\": \"At 09:41\"}]}'", "user", "09:41"))
                .isEqualTo("a.txt:2:46-2:51");
    }
}
