package dev.cachewright.provider.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.Model;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.token.Tokenizer;
import dev.cachewright.token.Tokenizers;
import dev.cachewright.token.request.RequestTokens;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Reads request bodies, charges the cache, and thinks up answers.
final class Answers {

    private final SimulatorOptions options;
    private final Analyst analyst;
    private final Tokenizers tokenizers;
    private final InstantSource clock;
    private final CacheAccount cache;
    private final AnswerText text;
    private final AtomicLong number = new AtomicLong();

    Answers(SimulatorOptions options, Analyst analyst, Tokenizers tokenizers, InstantSource clock) {
        this.options = options;
        this.analyst = analyst;
        this.tokenizers = tokenizers;
        this.clock = clock;
        this.cache = new CacheAccount(clock, new Delays(options.delayScale()));
        this.text = new AnswerText(options.seed());
    }

    /// @throws ApiError where OpenAI refuses such a request
    Answer answer(String json, Api api) {
        JsonNode body = BodyCheck.read(json, api, this::termsOf);
        Counted counted = count(json, body, api);
        Request request = counted.request();
        Optional<CacheRules> rules = options.rules().or(() -> analyst.rulesFor(counted.model().id()));
        var input = cache.charge(counted.tokens(), rules, counted.model(), request.settings());
        Tokenizer tokenizer = tokenizers.of(analyst.encodingFor(counted.model().id()));
        // A prewarming request fills the cache and makes no answer.
        boolean isPrewarming = body.path("prompt_cache_options").path("prewarm").asBoolean();
        List<String> words = isPrewarming ? List.of() : text.words(request);
        List<String> kept = AnswerText.within(words, Limits.output(body), tokenizer);
        var head = new Answer.Head(String.format("%016x", number.incrementAndGet()),
                clock.instant().getEpochSecond(), request.settings().model());
        return new Answer(head, body, kept, kept.size() < words.size(), input,
                tokenizer.count(String.join("", kept)));
    }

    /// The input tokens of a body to Responses; charges nothing.
    ///
    /// @throws ApiError where OpenAI refuses such a request
    int inputTokens(String json) {
        return count(json, BodyCheck.read(json, Api.RESPONSES, this::termsOf), Api.RESPONSES).tokens().total();
    }

    /// @throws ApiError 404
    Model model(String id) {
        return analyst.catalog().find(id).filter(model -> model.provider().equals("openai"))
                .orElseThrow(() -> ApiError.notFound("model_not_found",
                        "The model `" + id + "` does not exist or you do not have access to it."));
    }

    /// Nothing where other rules than the model's own are served: such servers pass over fields they do not know.
    private Optional<CacheTerms> termsOf(String modelId) {
        return options.rules().isPresent()
                ? Optional.empty()
                : analyst.catalog().find(modelId).map(Model::cache);
    }

    private Counted count(String json, JsonNode body, Api api) {
        Model model = model(body.path("model").asText());
        Request request = request(json, api);
        RequestTokens tokens = analyst.counterFor(model.id()).count(request);
        Limits.checkContext(model.id(), tokens.total(), api);
        return new Counted(model, request, tokens);
    }

    private static Request request(String json, Api api) {
        try {
            Prompt prompt = RequestBodyReader.read(json, api);
            return Renderer.render(prompt, Row.empty());
        } catch (InputException e) {
            throw ApiError.badRequest("invalid_value", "", e.getMessage());
        }
    }

    /// A request that was read and counted.
    private record Counted(Model model, Request request, RequestTokens tokens) {
    }
}
