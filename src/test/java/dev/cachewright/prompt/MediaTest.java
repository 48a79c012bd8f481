package dev.cachewright.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.Text;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pictures and documents that a template puts into a message.
class MediaTest {

    private static Request request(Api api, Role role, Map<String, Object> row, String... texts) {
        var blocks = new ArrayList<Block>();
        for (String text : texts) {
            blocks.add(Block.of("b" + blocks.size(), role, Kind.STATIC, text).withJoined(!blocks.isEmpty()));
        }
        return Renderer.render(Prompt.of(blocks, Settings.of("m", api)), new Row(row));
    }

    private static String part(Api api, String url, String type) {
        Message message = request(api, Role.USER, Map.of("at", url, "kind", type), "{{media url=at contentType=kind}}")
                .messages().getFirst();
        assertThat(message.form()).isEqualTo(Form.ITEM);
        String head = "{\"role\": \"user\", \"content\": [";
        assertThat(message.text()).startsWith(head).endsWith("]}");
        return message.text().substring(head.length(), message.text().length() - 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CHAT      | https://x.org/p.png        |                 | {"type": "image_url", "image_url": {"url": "https://x.org/p.png"}}
            CHAT      | data:image/png;base64,AA== |                 | {"type": "image_url", "image_url": {"url": "data:image/png;base64,AA=="}}
            CHAT      | data:application/pdf;base64,AA== |           | {"type": "file", "file": {"filename": "document.pdf", "file_data": "data:application/pdf;base64,AA=="}}
            CHAT      | data:audio/wav;base64,AA== |                 | {"type": "input_audio", "input_audio": {"data": "AA==", "format": "wav"}}
            CHAT      | data:audio/wav;base64,AA== | audio/wav       | {"type": "input_audio", "input_audio": {"data": "AA==", "format": "wav"}}
            CHAT      | AA==                       | audio/mpeg      | {"type": "input_audio", "input_audio": {"data": "AA==", "format": "mp3"}}
            CHAT      | AA==                       | application/pdf | {"type": "file", "file": {"filename": "document.pdf", "file_data": "data:application/pdf;base64,AA=="}}
            RESPONSES | https://x.org/p            | image/webp      | {"type": "input_image", "image_url": "https://x.org/p"}
            RESPONSES | https://x.org/d            | application/pdf | {"type": "input_file", "file_url": "https://x.org/d"}
            MESSAGES  | https://x.org/p            | image/webp      | {"type": "image", "source": {"type": "url", "url": "https://x.org/p"}}
            MESSAGES  | data:image/gif;base64,AA== |                 | {"type": "image", "source": {"type": "base64", "media_type": "image/gif", "data": "AA=="}}
            MESSAGES  | https://x.org/d            | application/pdf | {"type": "document", "source": {"type": "url", "url": "https://x.org/d"}}
            """)
    void eachRequestFormHasItsOwnPart(Api api, String url, String type, String json) {
        assertThat(part(api, url, type == null ? "" : type)).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CHAT      | video/mp4       | Chat Completions has no part for video/mp4: give a picture or a PDF
            CHAT      | audio/mpeg      | Chat Completions has no part for audio/mpeg at an address: put it in as a data: URL
            CHAT      | application/pdf | Chat Completions takes a PDF as a data: URL alone, not at an address: put it in so, or use Responses
            MESSAGES  | audio/mpeg      | Messages has no part for audio/mpeg: give a picture or a PDF
            """)
    void whatAFormHasNoPartForIsRefusedWithItsBlock(Api api, String type, String message) {
        InputException refused = catchThrowableOfType(InputException.class, () -> part(api, "https://x.org/x", type));

        assertThat(refused).hasMessage(message);
        assertThat(refused.blockId()).isEqualTo("b0");
    }

    @Test
    void oneWithoutAValueIsLeftOut() {
        assertThat(request(Api.CHAT, Role.USER, Map.of(), "See {{media url=at}} there").messages().getFirst().text())
                .isEqualTo("{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"See \"}, "
                        + "{\"type\": \"text\", \"text\": \" there\"}]}");
        Message alone = request(Api.CHAT, Role.USER, Map.of(), "{{media url=at}}").messages().getFirst();
        assertThat(alone.form()).isEqualTo(Form.TEXT);
        assertThat(alone.text()).isEmpty();
        assertThat(request(Api.CHAT, Role.SYSTEM, Map.of(), "Hi{{role \"user\"}}{{media url=at}}").messages())
                .hasSize(1);
    }

    @Test
    void claudeTakesNoneInItsInstructions() {
        InputException refused = catchThrowableOfType(InputException.class,
                () -> request(Api.MESSAGES, Role.SYSTEM, Map.of(), "{{media url=\"https://x.org/p\"}}"));

        assertThat(refused).hasMessageStartingWith("Claude takes no pictures in its instructions");
    }

    @Test
    void textAroundItIsAPartForEachBlockAndKeepsItsPlaces() {
        Message message = request(Api.CHAT, Role.USER, Map.of("at", "u"), "Say \"hi\"\n", "{{media url=at}}\n", "End.")
                .messages().getFirst();

        assertThat(message.text()).isEqualTo("{\"role\": \"user\", \"content\": ["
                + "{\"type\": \"text\", \"text\": \"Say \\\"hi\\\"\\n\"}, "
                + "{\"type\": \"image_url\", \"image_url\": {\"url\": \"u\"}}, "
                + "{\"type\": \"text\", \"text\": \"\\nEnd.\"}]}");
        Segment plain = message.segments().stream().filter(segment -> segment.text().equals("hi")).findFirst()
                .orElseThrow();
        assertThat(plain).isEqualTo(new Segment("b0", Text.of("hi"), 5, false));
        assertThat(ItemPart.of(message)).extracting(ItemPart::blockId).containsExactly("b0", "b1", "b2");
        assertThat(ItemPart.of(message)).allMatch(ItemPart::isLastOfBlock);
        assertThat(ItemPart.of(message)).allMatch(part -> message.text().charAt(part.end()) == '}');
    }

    @Test
    void whiteSpaceOfABlockGoesWithTheTextBesideItOrNowhere() {
        assertThat(request(Api.CHAT, Role.USER, Map.of(), "\n", "One ", "\n", "{{media url=\"u\"}}\n",
                "{{media url=\"v\"}}").messages().getFirst().text()).isEqualTo("{\"role\": \"user\", \"content\": ["
                        + "{\"type\": \"text\", \"text\": \"\\nOne \\n\"}, "
                        + "{\"type\": \"image_url\", \"image_url\": {\"url\": \"u\"}}, "
                        + "{\"type\": \"image_url\", \"image_url\": {\"url\": \"v\"}}]}");
    }

    @Test
    void anItemOfOneBlockHasNoPartsOfBlocks() {
        assertThat(ItemPart.of(request(Api.CHAT, Role.USER, Map.of(), "a {{media url=\"u\"}}").messages().getFirst()))
                .isEmpty();
    }

    @Test
    void anAnswerHasOutputText() {
        assertThat(request(Api.RESPONSES, Role.ASSISTANT, Map.of(), "a {{media url=\"u\"}}").messages().getFirst()
                .text()).contains("{\"type\": \"output_text\", \"text\": \"a \"}");
    }

    @Test
    void aPictureThatIsWrittenOutIsStatic() {
        assertThat(Block.of("b", Role.USER, Kind.STATIC, "{{media url=\"u\" contentType=\"image/png\"}}")
                .effectiveKind()).isEqualTo(Kind.STATIC);
        assertThat(Block.of("b", Role.USER, Kind.STATIC, "{{media url=at}}").effectiveKind()).isEqualTo(Kind.DYNAMIC);
        assertThat(Template.of("{{media url=at contentType=kind}}").variables()).containsExactly("at", "kind");
    }
}
