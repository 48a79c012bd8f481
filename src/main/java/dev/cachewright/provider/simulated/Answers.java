package dev.cachewright.provider.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.Destination;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.Model;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.token.Tokenizers;
import dev.cachewright.token.encoding.Tokenizer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Reads request bodies, charges the cache, and makes up answers.
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
        Destination destination = destination(body);
        CountedRequest counted = count(json, destination, api);
        Request request = counted.request();
        var input = cache.charge(counted, destination.terms(request.settings()));
        Tokenizer tokenizer = tokenizers.of(destination.encoding());
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
        JsonNode body = BodyCheck.read(json, Api.RESPONSES, this::termsOf);
        return count(json, destination(body), Api.RESPONSES).tokens().total();
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

    private Destination destination(JsonNode body) {
        return analyst.destination(model(body.path("model").asText()).id(), options.rules());
    }

    private static CountedRequest count(String json, Destination destination, Api api) {
        CountedRequest counted = destination.countAsIs(request(json, api));
        Limits.checkContext(destination.modelId(), counted.tokens().total(), api);
        return counted;
    }

    private static Request request(String json, Api api) {
        try {
            Prompt prompt = RequestBodyReader.read(json, api);
            return Renderer.render(prompt, Row.empty());
        } catch (InputException e) {
            throw ApiError.badRequest("invalid_value", "", e.getMessage());
        }
    }
}
