package dev.cachewright.provider.wire;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.models.messages.MessageCreateParams;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.responses.ResponseCreateParams;
import dev.cachewright.analysis.Destination;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Provider;
import dev.cachewright.provider.Simulators;
import dev.cachewright.provider.anthropic.MessagesDialect;
import dev.cachewright.provider.openai.OpenAiDialect;
import dev.cachewright.provider.simulated.SimulatedServer;
import dev.cachewright.run.CallOrder;
import dev.cachewright.run.Pace;
import dev.cachewright.run.RunEvent;
import dev.cachewright.run.RunPlan;
import dev.cachewright.run.RunStart;
import dev.cachewright.run.Runner;
import dev.cachewright.run.Stopwatch;
import dev.cachewright.session.CallResult;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a call takes through the program, from counting the prompt to the finished call, and what the same call takes
/// through the vendor's SDK alone, in turns and to the same simulator, which answers without delays.
///
/// Prints the median and the time that 99 % stay under, of both and of the difference of the pairs. The argument is the
/// number of pairs.
public final class OverheadBench {

    /// Short enough to be sent in one piece: the SDKs' own sockets keep the end of a longer request back for 40 ms
    /// ([EagerSockets]), beside which nothing else would be seen.
    private static final String POLICY = Simulators.LONG.substring(0, 5_000);
    private static final int WARM_UP = 600;
    private static final int OUTPUT = 100;
    private static final double MILLION = 1e6;
    private static final String QUESTION = "May I return a tent after six weeks?";

    private final Provider provider;
    private final OpenAIClient openAi;
    private final AnthropicClient claude;

    private OverheadBench(SimulatedServer server, Provider provider) {
        this.provider = provider;
        this.openAi = OpenAIOkHttpClient.builder().baseUrl(server.baseUrl()).apiKey("unused").maxRetries(0).build();
        this.claude = AnthropicOkHttpClient.builder().baseUrl(server.rootUrl()).apiKey("unused").maxRetries(0).build();
    }

    public static void main(String[] arguments) {
        int pairs = arguments.length > 0 && arguments[0].matches("\\d+") ? Integer.parseInt(arguments[0]) : 2_000;
        System.out.printf("%-20s %22s %22s %22s%n", "median / 99 % under", "the SDK alone", "the program", "overhead");
        try (var server = Simulators.start();
                var provider = new HttpProvider(Route.direct(server.baseUrl(), Route.KeySlot.optional()), () -> "",
                        new Dialects(List.of(new OpenAiDialect(), new MessagesDialect())))) {
            var bench = new OverheadBench(server, provider);
            for (Api api : Api.values()) {
                for (boolean isStreamed : List.of(true, false)) {
                    bench.compare(api, isStreamed, pairs);
                }
            }
            bench.openAi.close();
            bench.claude.close();
        }
    }

    private void compare(Api api, boolean isStreamed, int pairs) {
        RunPlan plan = plan(api, isStreamed);
        var alone = new double[pairs];
        var ours = new double[pairs];
        var more = new double[pairs];
        for (int i = -WARM_UP; i < pairs; i++) {
            boolean isFirst = i % 2 == 0;
            double one = isFirst ? time(() -> ask(api, isStreamed)) : 0;
            double other = time(() -> run(plan));
            one = isFirst ? one : time(() -> ask(api, isStreamed));
            if (i >= 0) {
                alone[i] = one;
                ours[i] = other;
                more[i] = other - one;
            }
        }
        System.out.printf("%-20s %22s %22s %22s%n", api + (isStreamed ? " streamed" : " whole"), words(alone),
                words(ours), words(more));
    }

    private static double time(Runnable call) {
        long start = System.nanoTime();
        call.run();
        return (System.nanoTime() - start) / MILLION;
    }

    private static String words(double[] millis) {
        Arrays.sort(millis);
        return String.format(Locale.ROOT, "%.2f / %.2f ms", millis[millis.length / 2],
                millis[millis.length * 99 / 100]);
    }

    private static RunPlan plan(Api api, boolean isStreamed) {
        Prompt prompt = Prompt.of(List.of(Block.of("policy", Role.SYSTEM, Kind.STATIC, POLICY),
                Block.of("question", Role.USER, Kind.STATIC, QUESTION)), Settings.of(model(api), api));
        Destination destination = Simulators.ANALYST.destination(model(api));
        return new RunPlan(prompt, new Values("v", List.of(), List.of(Row.empty())), CallOrder.inTurn(1, 1),
                new Pace(Duration.ZERO, 1, isStreamed), Profile.simulator(), destination);
    }

    private static String model(Api api) {
        return api == Api.MESSAGES ? "claude-opus-5" : "gpt-5.4";
    }

    private void run(RunPlan plan) {
        new Runner(Simulators.ANALYST, Stopwatch.system()).run(plan, provider, new RunStart(1, CacheState.empty(),
                new Cancellation(), RunStart.Keeping.nowhere()), event -> {
                    boolean isBad = event instanceof RunEvent.Finished finished
                            && !(finished.call().measurement().result() instanceof CallResult.Answered);
                    if (isBad) {
                        throw new IllegalStateException(event.toString());
                    }
                });
    }

    private void ask(Api api, boolean isStreamed) {
        switch (api) {
            case CHAT -> askChat(isStreamed);
            case RESPONSES -> askResponses(isStreamed);
            case MESSAGES -> askMessages(isStreamed);
        }
    }

    private void askChat(boolean isStreamed) {
        var params = ChatCompletionCreateParams.builder().model(model(Api.CHAT)).addSystemMessage(POLICY)
                .addUserMessage(QUESTION).maxCompletionTokens(OUTPUT);
        if (isStreamed) {
            try (var stream = openAi.chat().completions().createStreaming(params.streamOptions(
                    ChatCompletionStreamOptions.builder().includeUsage(true).build()).build())) {
                stream.stream().forEach(_ -> {
                });
            }
        } else {
            openAi.chat().completions().create(params.build());
        }
    }

    private void askResponses(boolean isStreamed) {
        var params = ResponseCreateParams.builder().model(model(Api.RESPONSES)).instructions(POLICY)
                .input(QUESTION).maxOutputTokens(OUTPUT).build();
        if (isStreamed) {
            try (var stream = openAi.responses().createStreaming(params)) {
                stream.stream().forEach(_ -> {
                });
            }
        } else {
            openAi.responses().create(params);
        }
    }

    private void askMessages(boolean isStreamed) {
        var params = MessageCreateParams.builder().model(model(Api.MESSAGES)).system(POLICY)
                .addUserMessage(QUESTION).maxTokens(OUTPUT).build();
        if (isStreamed) {
            try (var stream = claude.messages().createStreaming(params)) {
                stream.stream().forEach(_ -> {
                });
            }
        } else {
            claude.messages().create(params);
        }
    }
}
