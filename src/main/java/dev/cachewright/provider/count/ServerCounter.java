package dev.cachewright.provider.count;

import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.Destination;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.cache.request.TokenSource;
import dev.cachewright.catalog.Measurement;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Settings;
import dev.cachewright.provider.Answer;
import dev.cachewright.provider.Cancellation;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Providers;
import dev.cachewright.provider.Question;
import dev.cachewright.provider.Questions;
import dev.cachewright.session.Failure;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Has servers count requests, and remembers what they said: the same request is asked for once.
///
/// Asks only when it is told to. Safe for several threads.
public final class ServerCounter {

    private final Providers providers;
    private final CountMemory memory = new CountMemory();

    public ServerCounter(Providers providers) {
        this.providers = providers;
    }

    /// The request that a server counts in place of a call of `sent`: the same, but that OpenAI counts chats in the form
    /// of Responses.
    public static SentRequest asked(Profile profile, SentRequest sent) {
        Settings settings = sent.request().settings();
        boolean isChat = settings.api() == Api.CHAT
                && CountWays.of(profile, Api.CHAT).equals(List.of(CountWay.INPUT_TOKENS));
        return isChat ? sent.withSettings(settings.withApi(Api.RESPONSES)) : sent;
    }

    /// Asks the server of a profile, unless it has counted the same request before.
    ///
    /// @param sent the request of a call
    /// @throws dev.cachewright.provider.ProviderException where the profile cannot be used as it is, with what to do
    public CountResult count(Profile profile, SentRequest sent, Cancellation cancellation) {
        return count(profile, sent, cancellation, true);
    }

    /// @param isRemembered whether it does to say what the server said before
    private CountResult count(Profile profile, SentRequest sent, Cancellation cancellation, boolean isRemembered) {
        List<CountWay> ways = CountWays.of(profile, sent.request().settings().api());
        if (ways.isEmpty()) {
            return new CountResult.Impossible(profile.name() + " has no endpoint that counts the tokens of this API");
        }
        SentRequest asked = asked(profile, sent);
        if (asked != sent && hasItems(sent)) {
            return new CountResult.Impossible("OpenAI counts Responses requests only, and this prompt has messages "
                    + "that are written for Chat Completions");
        }
        var key = key(profile, asked);
        if (hasPictures(key.body(), ways)) {
            return new CountResult.Impossible("The tokenizer of this server does not count pictures and sound");
        }
        Optional<ServerCount> known = memory.get(key).filter(_ -> isRemembered);
        return known.isPresent()
                ? new CountResult.Counted(known.get())
                : ask(profile, ways, key, cancellation);
    }

    /// What is known of the server's tokens without asking it.
    public TokenSource known(Profile profile) {
        boolean hasTokens = memory.wayOf(profile.baseUrl())
                .filter(way -> way == CountWay.LLAMA_CPP || way == CountWay.VLLM).isPresent();
        // Else each keystroke would write the request for nothing.
        return !hasTokens ? TokenSource.none()
                : sent -> memory.get(key(profile, asked(profile, sent))).flatMap(ServerCount::ids);
    }

    /// Where the calls of a run go: to a server that cuts prompts for others and caches by their tokens, with these.
    /// After it has failed once, it is not asked again.
    ///
    /// @param problem is told once why requests are counted here instead
    public Destination forRun(Destination destination, Profile profile, Api api, Cancellation cancellation,
            Consumer<CountResult> problem) {
        return CountWays.tokenises(profile, api, destination.rules())
                ? destination.servedBy(asking(profile, cancellation, problem))
                : destination;
    }

    private TokenSource asking(Profile profile, Cancellation cancellation, Consumer<CountResult> problem) {
        var goesOn = new AtomicBoolean(true);
        return sent -> {
            if (!goesOn.get() || cancellation.isCancelled()) {
                return known(profile).tokens(sent);
            }
            CountResult result = count(profile, sent, cancellation);
            if (result instanceof CountResult.Counted(ServerCount count)) {
                return count.ids();
            }
            if (goesOn.getAndSet(false)) {
                problem.accept(result);
            }
            return Optional.empty();
        };
    }

    /// Has a server count a request, beside our own count. It is asked in any case: it may have another model by now.
    ///
    /// @param day of the measurement
    /// @return a comparison, or why there is none
    /// @throws dev.cachewright.provider.ProviderException where the profile cannot be used as it is, with what to do
    public Compared compare(Profile profile, Destination destination, SentRequest sent, LocalDate day,
            Cancellation cancellation) {
        CountResult result = count(profile, sent, cancellation, false);
        if (!(result instanceof CountResult.Counted(ServerCount server))) {
            return new Compared(Optional.empty(), result);
        }
        SentRequest asked = asked(profile, sent);
        Destination here = destination.servedBy(TokenSource.none());
        CountedRequest counted = here.count(asked);
        String name = Integer.toHexString(key(profile, asked).body().hashCode());
        Optional<Measurement> measurement = here.factorOf(counted, server.tokens()).stream().boxed().findFirst()
                .map(factor -> new Measurement(name, day, factor, server.tokens()));
        return new Compared(Optional.of(new CountComparison(here, here.inputOf(counted), server, measurement)), result);
    }

    /// @param comparison empty where the server has not counted
    /// @param result what the server said
    public record Compared(Optional<CountComparison> comparison, CountResult result) {
    }

    private CountResult ask(Profile profile, List<CountWay> ways, CountMemory.Key key, Cancellation cancellation) {
        Questions server = providers.questions(profile);
        List<CountWay> likely = memory.wayOf(key.server()).filter(ways::contains).map(List::of).orElse(ways);
        for (CountWay way : likely) {
            Optional<CountResult> result = new Inquiry(server, way, cancellation).count(key.body());
            if (result.isPresent()) {
                if (result.get() instanceof CountResult.Counted(ServerCount count)) {
                    memory.put(key, count);
                }
                return result.get();
            }
        }
        return new CountResult.Impossible(profile.name() + " has no endpoint that counts tokens: it was asked for "
                + String.join(" and for ", likely.stream().map(CountWay::endpoint).toList()));
    }

    private static CountMemory.Key key(Profile profile, SentRequest asked) {
        var fields = new LinkedHashMap<>(RawJson.fields(RequestBodyWriter.write(asked, false).json()));
        String extra = profile.extras().body();
        if (!extra.isBlank()) {
            RawJson.fields(extra).forEach(fields::putIfAbsent);
        }
        return new CountMemory.Key(profile.baseUrl(), RawJson.object(fields));
    }

    private static boolean hasItems(SentRequest sent) {
        return sent.request().conversation().stream().anyMatch(message -> message.form() == Form.ITEM);
    }

    /// What is no text has no tokens there, though the model reads some.
    private static boolean hasPictures(String body, List<CountWay> ways) {
        return ways.contains(CountWay.LLAMA_CPP)
                && RawJson.tree(body).path("messages").findValuesAsText("type").stream()
                        .anyMatch(type -> type.startsWith("image") || type.startsWith("input_"));
    }

    /// One server that is asked in one way.
    private record Inquiry(Questions server, CountWay way, Cancellation cancellation) {

        /// Empty where the server does not know this way.
        Optional<CountResult> count(String body) {
            Answer answer = server.ask(CountBody.of(way, body), cancellation);
            if (way == CountWay.LLAMA_CPP && answer instanceof Answer.Given(String text)) {
                Optional<Question> next = CountAnswer.prompt(text).map(CountBody::tokenize);
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                answer = server.ask(next.get(), cancellation);
            }
            return switch (answer) {
                case Answer.Given(String text) -> CountAnswer.read(way, text).map(CountResult.Counted::new);
                case Answer.Failed(Failure failure) -> isUnknown(failure)
                        ? Optional.empty()
                        : Optional.of(new CountResult.Failed(failure));
                case Answer.Cancelled _ -> Optional.of(new CountResult.Cancelled());
            };
        }

        /// Whether it is the path that is not there; a model may be missing as well.
        private static boolean isUnknown(Failure failure) {
            return failure instanceof Failure.Known known && known.kind() == Failure.Kind.NOT_FOUND
                    && !known.said().contains("model");
        }
    }
}
