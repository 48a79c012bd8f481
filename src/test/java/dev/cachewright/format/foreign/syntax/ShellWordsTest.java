package dev.cachewright.format.foreign.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cachewright.prompt.text.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShellWordsTest {

    private static List<String> unix(String text) {
        return ShellWords.read(text, 0).words().stream().map(ShellWords.Word::text).toList();
    }

    private static List<String> windows(String text) {
        return WindowsWords.read(text, 0).words().stream().map(ShellWords.Word::text).toList();
    }

    @Test
    void quotesHoldWordsTogether() {
        assertThat(unix("curl 'a b' \"c \\\"d\\\" $E \\n\" f\\ g h''i")).containsExactly("curl", "a b",
                "c \"d\" $E \\n",
                "f g", "hi");
    }

    @Test
    void aDollarBeforeAQuoteReadsEscapes() {
        assertThat(unix("$'a\\n\\'b\\' \\u00e9\\x41 \\q'")).containsExactly("a\n'b' éA q");
    }

    @Test
    void aBackslashAtTheEndOfALineJoinsIt() {
        assertThat(unix("curl a \\\n  b \\\r\n  c `\n d")).containsExactly("curl", "a", "b", "c", "d");
    }

    @Test
    void theCommandEndsWithItsLineOrAPipe() {
        assertThat(unix("curl a\ncurl b")).containsExactly("curl", "a");
        assertThat(unix("curl a | jq .")).containsExactly("curl", "a");
        assertThat(unix("curl a; b")).containsExactly("curl", "a");
        assertThat(unix("curl a # said")).containsExactly("curl", "a");
    }

    @Test
    void anOpenQuoteIsNamedWithItsPlace() {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> unix("curl \\\n 'a"))
                .satisfies(fault -> assertThat(List.of(fault.line(), fault.column())).containsExactly(2, 2));
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> windows("curl ^\n  \"a"))
                .satisfies(fault -> assertThat(List.of(fault.line(), fault.column())).containsExactly(2, 3));
    }

    @Test
    void windowsJoinsLinesWithACaret() {
        assertThat(windows("curl a ^\r\n  -d \"{\\\"x\\\": \\\"^ y\\\"}\" & dir")).containsExactly("curl", "a", "-d",
                "{\"x\": \"^ y\"}");
    }

    @Test
    void windowsEscapesQuotesWithCarets() {
        assertThat(windows("curl --data-raw ^\"^{^\\^\"x^\\^\":^\\^\"a b^\\^\"^}^\"")).containsExactly("curl",
                "--data-raw", "{\"x\":\"a b\"}");
    }

    @Test
    void itIsToldByItsCarets() {
        assertThat(WindowsWords.is("curl a ^\r\n -d b")).isTrue();
        assertThat(WindowsWords.is("curl a \\\n -d '{\"x\": \"^\"}'")).isFalse();
    }
}
