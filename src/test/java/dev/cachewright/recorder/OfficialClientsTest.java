package dev.cachewright.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.LogLevel;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.responses.ResponseCreateParams;
import dev.cachewright.prompt.Api;
import dev.cachewright.provider.Simulators;
import dev.cachewright.session.Call;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The vendors' own clients through the recorder, as an application uses them.
class OfficialClientsTest {

    private static final String SCRIPT = """
            import OpenAI from 'openai';
            import Anthropic from '@anthropic-ai/sdk';
            const text = process.env.TEXT;
            const openai = new OpenAI({apiKey: 'none', maxRetries: 0});
            const messages = [{role: 'system', content: text}, {role: 'user', content: 'Hi'}];
            const one = await openai.chat.completions.create({model: 'gpt-5.4', messages});
            let streamed = '';
            for await (const chunk of await openai.chat.completions.create(
                    {model: 'gpt-5.4', messages, stream: true, stream_options: {include_usage: true}})) {
              streamed += chunk.choices[0]?.delta?.content ?? '';
            }
            const response = await openai.responses.create({model: 'gpt-5.4', input: text});
            const anthropic = new Anthropic({apiKey: 'none', maxRetries: 0});
            const message = await anthropic.messages.stream({model: 'claude-sonnet-5-5', max_tokens: 50,
              messages: [{role: 'user', content: 'Hi'}]}).finalMessage();
            console.log(JSON.stringify([one.choices[0].message.content === streamed, response.output_text.length > 0,
              message.content[0].text.length > 0]));
            """;

    @TempDir
    private Path folder;

    @Test
    void openAiForJava() throws InterruptedException {
        try (var server = Simulators.start(); Watched watched = Watched.before(server.baseUrl())) {
            OpenAIClient client = OpenAIOkHttpClient.builder().baseUrl(watched.openAiUrl()).apiKey("none").maxRetries(0)
                    .logLevel(LogLevel.OFF).build();
            var chat = ChatCompletionCreateParams.builder().model("gpt-5.4").addSystemMessage(Simulators.LONG)
                    .addUserMessage("Hi").build();
            assertThat(client.chat().completions().create(chat).choices()).hasSize(1);
            try (var stream = client.chat().completions().createStreaming(chat.toBuilder().streamOptions(
                    ChatCompletionStreamOptions.builder().includeUsage(true).build()).build())) {
                assertThat(stream.stream().count()).isGreaterThan(1);
            }
            client.responses().create(ResponseCreateParams.builder().model("gpt-5.4").input("Hi").build());
            client.close();

            List<Call> calls = watched.calls(3);
            assertThat(calls).allMatch(Watched::isAnswered).extracting(call -> call.target().api())
                    .containsExactly(Api.CHAT, Api.CHAT, Api.RESPONSES);
            assertThat(calls.get(1).measurement().usage().cached().orElse(0)).isPositive();
        }
    }

    @Test
    void openAiAndAnthropicForJavaScript() throws IOException, InterruptedException {
        assumeTrue(run(watched -> watched.environment().put("npm_config_fund", "false"), "npm", "install", "--silent",
                "--no-audit", "--no-package-lock", "openai@6", "@anthropic-ai/sdk@0").status() == 0,
                "node, npm or the packages openai and @anthropic-ai/sdk cannot be had here");
        Files.writeString(folder.resolve("calls.mjs"), SCRIPT);
        try (var server = Simulators.start(); Watched watched = Watched.before(server.baseUrl())) {
            Ran ran = run(process -> {
                process.environment().put("OPENAI_BASE_URL", watched.openAiUrl());
                process.environment().put("ANTHROPIC_BASE_URL", watched.anthropicUrl());
                process.environment().put("TEXT", Simulators.LONG);
            }, "node", "calls.mjs");

            assertThat(ran.out()).isEqualToIgnoringNewLines("[true,true,true]");
            assertThat(watched.calls(4)).allMatch(Watched::isAnswered).extracting(call -> call.target().api())
                    .containsExactly(Api.CHAT, Api.CHAT, Api.RESPONSES, Api.MESSAGES);
        }
    }

    private record Ran(int status, String out) {
    }

    private interface Setting {

        void of(ProcessBuilder process);
    }

    private Ran run(Setting setting, String... command) throws InterruptedException {
        try {
            var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            setting.of(builder);
            Process process = builder.start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.waitFor(120, TimeUnit.SECONDS) ? process.exitValue() : 1, out);
        } catch (IOException _) {
            return new Ran(1, "");
        }
    }
}
