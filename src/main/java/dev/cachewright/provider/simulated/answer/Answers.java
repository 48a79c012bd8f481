package dev.cachewright.provider.simulated.answer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Destination;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.prompt.Api;
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
import java.util.function.ToIntFunction;

/// Reads requests whose form is in order, charges the cache, and makes up answers.
public final class Answers {

    private final Optional<RuleSet> rules;
    private final Analyst analyst;
    private final Tokenizers tokenizers;
    private final InstantSource clock;
    private final CacheAccount cache;
    private final AnswerText text;
    private final AtomicLong number = new AtomicLong();

    /// @param rules override those of each model
    /// @param clock the time by which cache entries run out
    /// @param seed of what is said
    public Answers(Optional<RuleSet> rules, Analyst analyst, Tokenizers tokenizers, InstantSource clock,
            Delays delays, long seed) {
        this.rules = rules;
        this.analyst = analyst;
        this.tokenizers = tokenizers;
        this.clock = clock;
        this.cache = new CacheAccount(clock, delays);
        this.text = new AnswerText(seed);
    }

    /// Counts a request; charges nothing.
    ///
    /// @param body its JSON, found to be in order
    /// @throws ApiError 400 where it cannot be read
    public Asked ask(JsonNode body, String json, Api api) {
        String id = model(body).map(Model::id).orElseGet(() -> body.path("model").asText());
        Destination destination = analyst.destination(id, rules);
        return new Asked(body, json, api, destination, destination.countAsIs(request(json, api)));
    }

    /// @param limit the most tokens that the answer may have; 0 where only the cache is to be filled
    public Answer answer(Asked asked, int limit) {
        Request request = asked.counted().request();
        CacheAccount.InputUse input = cache.charge(asked);
        Tokenizer tokenizer = tokenizers.of(asked.destination().encoding());
        ToIntFunction<String> counter = words -> asked.figure(tokenizer.count(words));
        List<String> words = limit == 0 ? List.of() : text.words(request);
        List<String> kept = AnswerText.within(words, limit, counter);
        var head = new Answer.Head(String.format("%016x", number.incrementAndGet()), clock.instant().getEpochSecond(),
                request.settings().model());
        return new Answer(head, asked.body(), kept, kept.size() < words.size(), input,
                counter.applyAsInt(String.join("", kept)));
    }

    /// The model that a body names.
    public Optional<Model> model(JsonNode body) {
        return model(body.path("model").asText());
    }

    public Optional<Model> model(String id) {
        return analyst.catalog().find(id);
    }

    public List<Model> models() {
        return analyst.catalog().models();
    }

    /// Whether the cache rules are those of each model: other servers pass over cache fields that they do not know.
    public boolean hasModelsOwnRules() {
        return rules.isEmpty();
    }

    private static Request request(String json, Api api) {
        try {
            return Renderer.render(RequestBodyReader.read(json, api), Row.empty());
        } catch (InputException e) {
            throw ApiError.badRequest("invalid_value", "", e.getMessage());
        }
    }
}
