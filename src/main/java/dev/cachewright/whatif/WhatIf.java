package dev.cachewright.whatif;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Destination;
import dev.cachewright.catalog.CacheTerms;
import dev.cachewright.catalog.Model;
import dev.cachewright.catalog.Rates;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Answers what a prompt costs where something is otherwise. Counts a prompt once for each model and lifetime that is
/// asked about, which may take long; from then on an answer is arithmetic over the counted rows. Safe for several
/// threads.
///
/// The prompt is taken as it is, but for models that it does not name: where such a model reads nothing without a
/// breakpoint, one is supposed after the last block that all rows share.
public final class WhatIf {

    /// Of more rows, so many are counted for models that the prompt does not name.
    private static final int SAMPLE = 32;

    private final Analyst analyst;
    private final Prompt prompt;
    private final Values values;
    private final Instant at;
    private final Map<List<String>, Optional<CountedPrompt>> prompts = new ConcurrentHashMap<>();
    private final Map<List<Object>, Means> means = new ConcurrentHashMap<>();

    /// @param at whose day decides the prices
    public WhatIf(Analyst analyst, Prompt prompt, Values values, Instant at) {
        this.analyst = analyst;
        this.prompt = prompt;
        this.values = values;
        this.at = at;
    }

    /// The model that the prompt names.
    public String model() {
        return prompt.settings().model();
    }

    /// @return empty where the rules of that model's cache are not known
    /// @throws dev.cachewright.prompt.text.InputException where a block cannot be rendered
    public Optional<Answer> answer(Question question) {
        return counted(question.model(), question.lifetime()).map(counted -> answer(question, counted));
    }

    private Answer answer(Question question, CountedPrompt counted) {
        Means mean = means.computeIfAbsent(List.of(question.model(), question.lifetime(), question.pad()),
                key -> counted.means(question.pad(), at));
        OptionalInt callsAMinute = counted.rules().callsAMinute();
        Optional<Rates> rates = counted.ratesAt(at, Math.round(mean.cold().input()));
        return new Answer(question, counted, question.load().caches(callsAMinute),
                question.load().coldShare(counted.lifetime().expected(), callsAMinute), mean,
                rates.map(known -> known.output().of(question.output()).dollars()), rates, counted.why(question.pad()));
    }

    /// The prompt as it goes to that model; empty where the rules of its cache are not known.
    public Optional<CountedPrompt> counted(String model, String lifetime) {
        return prompts.computeIfAbsent(List.of(model, lifetime), key -> count(model, lifetime));
    }

    private Optional<CountedPrompt> count(String model, String lifetime) {
        Destination destination = analyst.destination(model);
        if (destination.rules().isEmpty()) {
            return Optional.empty();
        }
        Settings settings = prompt.settings().withModel(model).withApi(api(destination));
        Settings supposed = settings.withCache(with(settings.cache(), lifetime, destination.cache()));
        Prompt asked = prompt.withSettings(supposed);
        if (model.equals(model())) {
            return CountedPrompt.of(asked, analyst.countRows(asked, values, destination), destination);
        }
        return CountedPrompt.of(asked, analyst.countRows(asked, sample(), destination), destination)
                .map(found -> found.needsBreakpoint()
                        ? found.lastShared().flatMap(block -> marked(asked, block, destination)).orElse(found)
                        : found);
    }

    /// Claude keeps what is marked in the form of its own API, which other models do not have.
    private Api api(Destination destination) {
        Api asked = prompt.settings().api();
        if (destination.modelId().equals(model())) {
            return asked;
        }
        if (destination.model().filter(row -> row.provider().equals("anthropic")).isPresent()) {
            return Api.MESSAGES;
        }
        return asked == Api.MESSAGES ? Api.CHAT : asked;
    }

    /// A prompt that was written for another model has no breakpoints where this one needs them.
    private Optional<CountedPrompt> marked(Prompt asked, String block, Destination destination) {
        Prompt marked = asked.with(block, each -> each.withBreakpoint(true));
        return CountedPrompt.of(marked, analyst.countRows(marked, sample(), destination), destination)
                .map(found -> found.supposing(block));
    }

    private static CacheSettings with(CacheSettings asked, String lifetime, Optional<CacheTerms> terms) {
        if (lifetime.isEmpty()) {
            return asked;
        }
        return terms.filter(known -> known.retentions().contains(lifetime)).isPresent()
                ? asked.withRetention(lifetime)
                : asked.withTtl(lifetime);
    }

    private Values sample() {
        List<Row> rows = values.rowsOrEmpty();
        return rows.size() <= SAMPLE
                ? values
                : new Values(values.name(), values.columns(), IntStream.range(0, SAMPLE)
                        .mapToObj(i -> rows.get((int) ((long) i * rows.size() / SAMPLE))).toList());
    }

    /// The lifetimes and retentions that the model takes, in the vendor's words, the default first; empty where there is
    /// no choice.
    public List<String> lifetimes(String model) {
        List<String> all = analyst.destination(model).cache().map(terms -> Stream.concat(terms.ttls().stream(),
                terms.retentions().stream()).toList()).orElse(List.of());
        return all.size() > 1 ? all : List.of();
    }

    /// The same question for all priced models of the catalogue, each with its default lifetime; those that cost least
    /// first.
    public List<Answer> models(Question question) {
        var answers = new ArrayList<Answer>();
        for (Model model : analyst.catalog().models()) {
            answer(model.id().equals(question.model()) ? question : question.withModel(model.id()))
                    .filter(answer -> answer.perCall().isPresent()).ifPresent(answers::add);
        }
        answers.sort((one, other) -> one.perCall().orElseThrow().compareTo(other.perCall().orElseThrow()));
        return answers;
    }

    /// The answers as one figure of the question grows.
    public List<Answer> curve(Question question, Knob knob) {
        return knob.stops().stream().map(value -> answer(knob.set(question, value))).flatMap(Optional::stream)
                .toList();
    }
}
