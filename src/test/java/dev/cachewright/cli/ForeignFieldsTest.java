package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Fields that look as if they spoke to a cache are named where no server reads them.
class ForeignFieldsTest {

    private static final String SDK = "it is a field of an SDK or a gateway, which no server reads";
    private static final String TEXT = "the API takes a text there, and answers 400";

    @TempDir
    private Path folder;

    private CliRun forecast(String body) throws IOException {
        String text = "Answer from the policy. ".repeat(300);
        String json = body.replace('\'', '"').replace("TEXT", '"' + text + '"');
        return CliRun.of("forecast", Files.writeString(folder.resolve("body.json"), json).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'model': 'gpt-5.6-sol', 'prompt_cache_key': 7, 'input': TEXT}                        | “prompt_cache_key”: the API takes a text there, and answers 400
            {'model': 'gpt-5.4', 'prompt_cache_retention': true, 'input': TEXT}                   | “prompt_cache_retention”: the API takes a text there, and answers 400
            {'model': 'gpt-5.6-sol', 'prompt_cache_options': 'explicit', 'input': TEXT}           | “prompt_cache_options”: the API takes an object there, and answers 400
            {'model': 'gpt-5.6-sol', 'prompt_cache_options': {'mode': 7}, 'input': TEXT}          | “prompt_cache_options.mode”: the API takes a text there, and answers 400
            {'model': 'gpt-5.6-sol', 'prompt_cache_options': {'ttl': 30}, 'input': TEXT}          | “prompt_cache_options.ttl”: the API takes a text there, and answers 400
            {'model': 'claude-sonnet-4-5', 'cache_control_injection_points': [], 'system': TEXT, 'messages': []} | “cache_control_injection_points”: it is a field of an SDK or a gateway, which no server reads
            {'model': 'claude-sonnet-4-5', 'messages': [{'role': 'user', 'content': [{'type': 'text', 'text': TEXT, 'cacheControl': {}}]}]} | “cacheControl” in “user”: it is a field of an SDK or a gateway, which no server reads
            {'model': 'claude-sonnet-4-5', 'system': TEXT, 'messages': [], 'tools': [{'name': 'a', 'input_schema': {'type': 'object', 'cache_control': {'type': 'ephemeral'}}}]} | “cache_control” in “tools”: within a schema it is text, and no breakpoint
            """)
    void whatNoServerReadsIsNamed(String body, String words) throws IOException {
        CliRun run = forecast(body);

        assertThat(run.status()).isZero();
        assertThat(run.err()).contains(words);
    }

    @Test
    void aFieldThatIsOnlyTextIsNone() throws IOException {
        CliRun run = forecast("{'model': 'gpt-4o', 'messages': [{'role': 'user', 'content': [{'type': 'text', 'text': "
                + "'what is \\'providerOptions\\'?'}, {'type': 'image_url', 'image_url': {'url': 'https://a/b.png'}}]}]}");

        assertThat(run.err()).doesNotContain(SDK).doesNotContain(TEXT);
    }

    /// Gateways read a marker on a message of Chat Completions; Anthropic's own API answers 400.
    @ParameterizedTest
    @CsvSource({"'''system'': ''Be brief.'', ', true", "'', false"})
    void aMarkerOnAMessageIsNoneInMessages(String system, boolean isRefused) throws IOException {
        String messages = "'messages': [{'role': 'user', 'content': TEXT, 'cache_control': {'type': 'ephemeral'}}]}";
        String body = isRefused
                ? "{'model': 'claude-sonnet-4-5', " + system + messages
                : "{'model': 'anthropic/claude-sonnet-4-5', 'stream_options': {}, " + messages;

        CliRun run = forecast(body);

        assertThat(run.err().contains("refused by the server: its value is not known to this server: "
                + "cache_control on a message")).isEqualTo(isRefused);
        assertThat(run.out()).contains(isRefused ? "breakpoints refused" : "cold");
    }
}
