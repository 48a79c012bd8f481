package dev.cachewright.format.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.text.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpFileTest {

    private static Recognized.Foreign read(String text) {
        return (Recognized.Foreign) HttpFile.read(text);
    }

    @Test
    void variablesInTextsStayVariables() {
        Recognized.Foreign found = read(
                "@tool = the {{kind}}\n@kind = saw\n@model = gpt-5.4\n\nPOST https://h/v1/responses\n\n"
                        + "{\"model\": \"{{model}}\", \"instructions\": \"Be {{how}}.\", \"input\": \"Is {{tool}} there, {{$guid}}?\"}");

        assertThat(found.prompt().blocks()).extracting(Block::text).containsExactly("Be {{how}}.",
                "Is {{tool}} there, \\{{$guid}}?");
        assertThat(found.prompt().settings().model()).isEqualTo("gpt-5.4");
        assertThat(found.rows()).isEqualTo("{\"tool\":\"the saw\"}\n");
    }

    @Test
    void aBodyThatIsJsonOnlyWithItsValuesIsReadWithThem() {
        Recognized.Foreign found = read("@n = 5\nPOST https://h/v1/chat/completions\n\n"
                + "{\"max_completion_tokens\": {{n}}, \"messages\": [{\"role\": \"user\", \"content\": \"{{n}} times\"}]}");

        assertThat(found.prompt().settings().config()).containsEntry("maxOutputTokens", "5");
        assertThat(found.prompt().blocks()).extracting(Block::text).containsExactly("5 times");
    }

    @Test
    void windowsLineEndsAndCommentsAreReadOver() {
        Recognized.Foreign found = read("// said\r\n### one\r\n# @name a\r\nPOST https://h/v1/messages HTTP/1.1\r\n"
                + "x-api-key: k\r\n\r\n{\"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}\r\n\r\n<> answer.json\r\n");

        assertThat(found.prompt().settings().api()).isEqualTo(Api.MESSAGES);
        assertThat(found.prompt().blocks()).extracting(Block::text).containsExactly("Hi");
    }

    @Test
    void aVariableThatNamesItselfEnds() {
        assertThat(read("@a = {{a}}\nPOST https://h/v1/responses\n\n{\"model\": \"{{a}}\", \"input\": \"Hi\"}").prompt()
                .settings().model()).isEqualTo("{{a}}");
    }

    @Test
    void aFaultIsInItsLineOfTheFile() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> read("### a\nPOST https://h/v1/responses\nA: b\n\n{\n  \"model\": ,\n}"))
                .satisfies(fault -> assertThat(List.of(fault.line(), fault.column())).containsExactly(6, 12));
    }
}
