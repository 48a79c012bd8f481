package dev.cachewright.format.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.text.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptyFileTest {

    private static Recognized.Foreign read(String front, String body) {
        return (Recognized.Foreign) PromptyFile.read("---\n" + front + "\n---\n" + body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "model: gpt-4o|gpt-4o",
            "model: {id: openai/gpt-4o}|gpt-4o",
            "model: {id: '${env:MODEL}'}|``",
            "model: {api: chat, configuration: {type: openai, name: gpt-4o}}|gpt-4o",
            "model: {api: chat, connection: {azure_deployment: gpt-4o}}|gpt-4o",
            "name: none|``"})
    void theModelIsWhereItsVersionHasIt(String front, String model) {
        assertThat(read(front, "system:\nHi").prompt().settings().model()).isEqualTo(model);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "inputs: {q: Why}|{\"q\":\"Why\"}",
            "inputs: {q: {type: string, sample: Why}}|{\"q\":\"Why\"}",
            "inputs: [{name: q, kind: string, example: Why}, {name: r, kind: string}]|{\"q\":\"Why\"}",
            "inputSchema: {properties: [{name: q, default: Why}]}|{\"q\":\"Why\"}",
            "`inputs: {q: Why}\nsample: {q: How}`|{\"q\":\"How\"}"})
    void defaultsAndSamplesAreARow(String front, String row) {
        assertThat(read(front, "user:\n{{q}}").rows()).isEqualTo(row + "\n");
    }

    @Test
    void whatIsElsewhereIsToldAndNotRead() {
        Recognized.Foreign found = read("inputs: ${file:a.json}\nsample: b.json\noutputSchema: {}", "user:\n{{q}}");

        assertThat(found.rows()).isEmpty();
        assertThat(found.notes().getLast())
                .isEqualTo("Left out: the inputs in another file, the sample in another file, outputs.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "model: gpt-4o|Taken from a Prompty file (version 2).",
            "model: {connection: {kind: key}}|Taken from a Prompty file (version 2): the connection is left out.",
            "model: {configuration: {type: openai}}|Taken from a Prompty file (version 1): the connection is left out."})
    void theConnectionIsNamedWhereThereIsOne(String front, String note) {
        assertThat(read(front, "user:\nHi").notes()).containsExactly(note);
    }

    @Test
    void messagesBeginAtTheirMarkers() {
        Recognized.Foreign found = read("model: gpt-4o",
                "\nFirst\r\nline.\n\n# User:\n\n  a\n  b\n\nAssistant:\nYes\nsystem: no marker\n");

        assertThat(found.prompt().blocks()).extracting(Block::role).containsExactly(Role.SYSTEM, Role.USER,
                Role.ASSISTANT);
        assertThat(found.prompt().blocks()).extracting(Block::text).containsExactly("First\nline.", "a\n  b",
                "Yes\nsystem: no marker");
    }

    @Test
    void rolesOfValuesAreToldToBeText() {
        assertThat(read("model: gpt-4o",
                "system:\n{% for item in history_of %}\n{{item.role}}:\n{{item.content}}\n{% endfor %}")
                .notes()).anyMatch(note -> note.contains("roles cannot come from values"));
    }

    @Test
    void theApiOfTheModelIsKept() {
        assertThat(read("model: {id: gpt-5.4, apiType: responses}", "user:\nHi").prompt().settings().api())
                .isEqualTo(Api.RESPONSES);
        assertThat(read("model: {id: claude-sonnet-4-5}", "system:\nHo\nuser:\nHi").prompt().settings().api())
                .isEqualTo(Api.MESSAGES);
    }

    @Test
    void aFrontMatterThatIsNoMappingIsRefused() {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> read("- a", "user:\nHi"))
                .satisfies(fault -> assertThat(List.of(fault.line(), fault.column())).containsExactly(2, 1));
    }

    @Test
    void aFaultIsInItsLine() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> read("model: gpt-4o", "system:\nHi\n\nuser:\n\nI am {{ a | b }}"))
                .satisfies(fault -> assertThat(List.of(fault.line(), fault.column())).containsExactly(9, 6));
    }
}
