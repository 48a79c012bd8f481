package dev.cachewright.format.advice;

import dev.cachewright.advice.Advice;
import dev.cachewright.advice.Advisor;
import dev.cachewright.advice.Rule;
import dev.cachewright.advice.Subject;
import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Cadence;
import dev.cachewright.analysis.SecondRequest;
import dev.cachewright.app.BundledCatalog;
import dev.cachewright.cache.request.TokenSource;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.file.PromptFile;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import dev.cachewright.token.SharedTokenizers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A prompt that advice is asked on.
record AdviceCase(Prompt prompt, Values values, Optional<RuleSet> rules, Cadence cadence,
        Optional<Prompt> second) {

    /// A policy of some 2,000 tokens that says something else in each line.
    static final String POLICY = IntStream.rangeClosed(1, 110)
            .mapToObj(i -> "Rule " + word(i) + ": items of the group " + word(i * 7) + " may be sent back unworn, with "
                    + "their tags, and are refunded by the desk for " + word(i * 3) + ".")
            .reduce("", (all, line) -> all + line + "\n");

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Analyst ANALYST = new Analyst(BundledCatalog.read(), SharedTokenizers.ALL);

    private static String word(int i) {
        return "" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26) + (char) ('k' + i % 13);
    }

    static AdviceCase body(String json) {
        return new AdviceCase(RequestBodyReader.read(json), Values.none(), Optional.empty(), AnalysisInput.USUAL,
                Optional.empty());
    }

    static AdviceCase file(String text) {
        return new AdviceCase(PromptFile.read(text).messages(), Values.none(), Optional.empty(), AnalysisInput.USUAL,
                Optional.empty());
    }

    AdviceCase with(String json) {
        return new AdviceCase(prompt, values, rules, cadence, Optional.of(RequestBodyReader.read(json)));
    }

    AdviceCase rows(List<Map<String, Object>> rows) {
        List<String> columns = rows.getFirst().keySet().stream().sorted().toList();
        return new AdviceCase(prompt, new Values("rows.csv", columns, rows.stream().map(Row::new).toList()), rules,
                cadence, second);
    }

    AdviceCase at(Cadence pace) {
        return new AdviceCase(prompt, values, rules, pace, second);
    }

    AdviceCase on(RuleSet own) {
        return new AdviceCase(prompt, values, Optional.of(own), cadence, second);
    }

    AnalysisInput input() {
        return new AnalysisInput(prompt, values, 0, rules, CacheState.empty(), NOON, cadence,
                second.map(other -> SecondRequest.of(prompt, other)), TokenSource.none());
    }

    Subject subject() {
        return Subject.of(ANALYST, input());
    }

    static Advisor advisor() {
        return new Advisor(ANALYST, AdviceRules.all());
    }

    static Analyst analyst() {
        return ANALYST;
    }

    List<Advice> advice() {
        return advisor().advise(subject());
    }

    Optional<Advice> advice(Rule rule) {
        return advice().stream().filter(found -> found.rule() == rule).findFirst();
    }
}
