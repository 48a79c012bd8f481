package dev.cachewright.format.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.text.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurlCommandTest {

    private static final String BODY = "'{\"model\":\"gpt-5.4\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}'";

    private static Prompt prompt(String command) {
        return ((Recognized.Foreign) CurlCommand.read(command)).prompt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-d ", "-d", "--data ", "--data=", "--data-raw ", "--data-binary ", "--json ", "-sSd ",
            "-XPOST -d ", "-X POST -H 'a: b' -d ", "-u me:key --compressed -d ",
            "--url https://h/v1/chat/completions -d "})
    void theDataIsTakenHoweverItIsGiven(String option) {
        Prompt prompt = prompt("curl " + option + BODY + " https://h/v1/chat/completions");

        assertThat(prompt.blocks()).extracting(Block::text).containsExactly("Hi");
        assertThat(prompt.settings().api()).isEqualTo(Api.CHAT);
        assertThat(prompt.settings().extra()).isEmpty();
    }

    @Test
    void theAddressDecidesTheForm() {
        assertThat(prompt("curl https://h/v1/messages -d " + BODY).settings().api()).isEqualTo(Api.MESSAGES);
        assertThat(prompt("curl https://h/elsewhere -d " + BODY).settings().api()).isEqualTo(Api.CHAT);
    }

    @Test
    void aFaultInTheBodyIsInItsLine() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> prompt("curl https://h/v1/responses \\\n  -d '{\n  \"model\": ,\n}'"))
                .satisfies(fault -> assertThat(List.of(fault.line(), fault.column())).containsExactly(3, 12));
    }

    @Test
    void dataOfAFileIsRefusedByItsName() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> prompt("curl https://h/v1/responses --data-binary @my/body.json"))
                .withMessage("The data of this command is in the file my/body.json: open that file itself");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-d @- <<'EOF'\nBODY\nEOF\n", "--json @- <<-EOF | jq .\n\tBODY\n\tEOF", "-d @- <<< 'BODY'",
            "-d \"$(cat <<'EOF'\nBODY\nEOF\n)\"", "--data-binary @/dev/stdin << \"X Y\"\nBODY\nX Y\ncurl c"})
    void whatTheTextGivesAsStandardInputIsTheData(String option) {
        var found = (Recognized.Foreign) CurlCommand.read("curl https://h/v1/chat/completions " + option.replace("BODY",
                BODY.substring(1, BODY.length() - 1)));

        assertThat(found.prompt().blocks()).extracting(Block::text).containsExactly("Hi");
        assertThat(found.notes()).noneMatch(note -> note.contains("would fill in"));
    }

    @Test
    void aFaultInAHereDocumentIsInItsLine() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> prompt("curl https://h/v1/responses -d @- <<'EOF'\n{\n  \"model\": ,\n}\nEOF"))
                .satisfies(fault -> assertThat(List.of(fault.line(), fault.column())).containsExactly(3, 12));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {"\"{\\\"input\\\":\\\"$A\\\"}\"|$A",
            "\"{\\\"input\\\":\\\"${A:-b} $(date) `who`\\\"}\"|${A:-b}, $(date), `who`",
            "'{\"input\":\"'\"$A\"'\"}'|$A", "'{\"input\":\"'$A'\"}'|$A", "^@- <<E\n{\"input\":\"$A\"}\nE^|$A"})
    void whatTheShellWouldFillInIsSaid(String data, String filled) {
        assertThat(CurlCommand.read("curl -H \"x: $KEY\" https://h/v1/responses -d " + data).notes()).last()
                .isEqualTo("The shell would fill in " + filled + ": here all is sent as it is written.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'{\"input\":\"$A `b`\"}'", "\"{\\\"input\\\":\\\"\\$A 5 $\\\"}\""})
    void whatTheShellLeavesIsNot(String data) {
        assertThat(CurlCommand.read("curl -H \"x: $KEY\" https://h/v1/responses -d " + data).notes()).hasSize(1);
    }

    @Test
    void aBodyThatIsNoObjectIsRefused() {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> prompt("curl https://h/x -d '[1]'"))
                .withMessageStartingWith("The data of this request is no JSON object");
    }
}
