package dev.cachewright.format.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cachewright.prompt.text.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {

    private static final String FILE = """
            # All rights kept
            ---
            # which model
            model: openai/gpt-4o  # the cheap one
            config:
              temperature: 0

              # short answers
              maxOutputTokens: 300

            # somebody else's
            other.key: [1, 2]
            tools:
            - first
            - second
            "quoted": 'a # b'
            ---
            """;

    @Test
    void readsKeysOfEveryKind() {
        FrontMatter frontMatter = FrontMatter.read(FILE + "body");

        assertThat(frontMatter.length()).isEqualTo(FILE.length());
        assertThat(frontMatter.text()).isEqualTo(FILE);
        assertThat(frontMatter.textAt("model")).isEqualTo("openai/gpt-4o");
        assertThat(frontMatter.at("config").path("maxOutputTokens").asInt()).isEqualTo(300);
        assertThat(frontMatter.textAt("quoted")).isEqualTo("a # b");
        assertThat(frontMatter.textAt("missing")).isEmpty();
    }

    @Test
    void settingAKeyKeepsItsCommentAndAllOtherBytes() {
        assertThat(with("model", "openai/gpt-5.4")).isEqualTo(FILE.replace("gpt-4o", "gpt-5.4"));
        assertThat(with("quoted", "\"c\"")).isEqualTo(FILE.replace("\"quoted\": 'a # b'", "quoted: \"c\""));
    }

    @Test
    void settingAKeyTakesThePlaceOfAllLinesOfItsValue() {
        assertThat(with("config", "{\"topP\": 1}")).isEqualTo(FILE.replace(
                "config:\n  temperature: 0\n\n  # short answers\n  maxOutputTokens: 300\n", "config: {\"topP\": 1}\n"));
        assertThat(with("tools", "[\"third\"]")).isEqualTo(FILE.replace("tools:\n- first\n- second\n",
                "tools: [\"third\"]\n"));
    }

    @Test
    void removingAKeyTakesItsLinesAlone() {
        assertThat(with("config", "")).isEqualTo(FILE.replace(
                "config:\n  temperature: 0\n\n  # short answers\n  maxOutputTokens: 300\n", ""));
        assertThat(with("other.key", "")).isEqualTo(FILE.replace("other.key: [1, 2]\n", ""));
        assertThat(with("missing", "")).isEqualTo(FILE);
    }

    @Test
    void aNewKeyStandsLast() {
        assertThat(with("cachewright.values", "v.csv")).isEqualTo(FILE.replace("'a # b'\n",
                "'a # b'\ncachewright.values: v.csv\n"));
        assertThat(FrontMatter.read("body").with("model", "x", "\n").text()).isEqualTo("---\nmodel: x\n---\n");
        assertThat(FrontMatter.read("\uFEFFbody").with("model", "x", "\r\n").text()).isEqualTo(
                "\uFEFF---\r\nmodel: x\r\n---\r\n");
        assertThat(FrontMatter.read("body").with("model", "", "\n").text()).isEmpty();
    }

    @Test
    void editsKeepWindowsLineEnds() {
        String windows = FILE.replace("\n", "\r\n");

        String edited = FrontMatter.read(windows).with("model", "openai/gpt-5.4", "\r\n").with("config", "", "\r\n")
                .with("tools", "[]", "\r\n").text();

        assertThat(edited).isEqualTo(FrontMatter.read(FILE).with("model", "openai/gpt-5.4", "\n").with("config", "",
                "\n").with("tools", "[]", "\n").text().replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "--", "text\n---\na: 1\n---\n", "a: 1\n"})
    void textWithoutFrontMatterHasNone(String file) {
        assertThat(FrontMatter.read(file).text()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '---\na: 1\n',               1
            '# licence\n\n---\na: 1\n',  3
            '---\n- a\n---\n',           2
            '---\nb: 1\na: [1\n---\n',   3
            """)
    void saysWhereItCannotBeRead(String file, int line) {
        String text = file.replace("\\n", "\n");

        assertThatExceptionOfType(InputException.class).isThrownBy(() -> FrontMatter.read(text))
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(line));
    }

    /// The character that is wrong, and no word of the parser's own.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            model: @x                | 2 | 8 | found character '@' that cannot start any token
            model: [a, b\\nx: 1      | 3 | 2 | ',' or ']' should be before :
            model: gpt\\nfoo\\nb: 1  | 4 | 1 | could not find expected ':'
            model: "gpt\\nx: 1       | 2 | 8 | what is opened here is never closed
            model: gpt\\n\tx: 1     | 3 | 1 | found a tab: indent with spaces
            a:\\n  b: 1\\n c: 2    | 4 | 2 | expected the end of the block, but found a line that is indented less
            """)
    void saysWhatIsWrong(String yaml, int line, int column, String words) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> FrontMatter.read("---\n" + yaml.replace("\\n", "\n") + "\n---\n"))
                .withMessage("The front matter is not valid YAML: " + words)
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(line))
                .satisfies(fault -> assertThat(fault.column()).isEqualTo(column));
    }

    /// What is YAML and of no use is told too, else it would be passed over.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            model: [1]                          | 2 | 8  | "model" takes one name, not a list
            a: 1\\ncachewright.values: [b]      | 3 | 21 | "cachewright.values" takes one name, not a list
            config: [1]                         | 2 | 9  | "config" takes "key: value" pairs
            cachewright.cache: none             | 2 | 20 | "cachewright.cache" takes "key: value" pairs
            cachewright.cache: { ttl: [1] }     | 2 | 20 | "ttl" in "cachewright.cache" takes one value, not a list
            """)
    void saysWhatCannotBeUsed(String yaml, int line, int column, String words) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> FrontMatter.read("---\n" + yaml.replace("\\n", "\n") + "\n---\n")).withMessage(words)
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(line))
                .satisfies(fault -> assertThat(fault.column()).isEqualTo(column));
    }

    private static String with(String key, String value) {
        return FrontMatter.read(FILE).with(key, value, "\n").text();
    }
}
