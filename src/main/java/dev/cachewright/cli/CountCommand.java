package dev.cachewright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Estimate;
import dev.cachewright.analysis.StaticPrefix;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.catalog.Model;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Variables;
import dev.cachewright.token.request.RequestTokens;
import dev.cachewright.token.request.TokenSpan;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "count", description = "Counts the tokens of each block, the static prefix, and what can be cached.", mixinStandardHelpOptions = true)
final class CountCommand implements Callable<Integer> {

    private final CliParts parts;
    private final Console console;

    @Mixin
    private PromptArguments arguments;

    @Option(names = "--row", paramLabel = "N", defaultValue = "1", description = "The row to count, from 1 on.")
    private int row;

    CountCommand(CliParts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        Analyst analyst = parts.analyst().get();
        PromptArguments.Input input = arguments.read(analyst, console);
        int rows = input.values().rowsOrEmpty().size();
        if (row < 1 || row > rows) {
            throw new CliProblem("There is no row " + row + ": --row takes 1 to " + rows);
        }
        Count count = Count.of(analyst, input, row - 1);
        var missing = Variables.of(input.prompt(), input.values()).missing();
        if (!missing.isEmpty()) {
            console.tell("warning: no value for " + String.join(", ", missing) + ": counted as nothing");
        }
        if (arguments.isJson()) {
            console.print(json(count));
        } else {
            print(count);
        }
        return Cli.DONE;
    }

    private static ObjectNode json(Count count) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("model", count.prompt().settings().model()).put("encoding", count.encoding()).put("exact",
                count.estimate().isExact()).put("tokens", count.total().tokens());
        EstimateWords.put(root, count.total());
        EstimateWords.put(root, count.estimate().correction());
        root.set("threshold", count.threshold().map(JsonNodeFactory.instance::numberNode).orElse(null));
        EstimateWords.put(root.putObject("staticPrefix").put("tokens", count.prefixTokens().tokens())
                .put("endsIn", count.prefix().end().blockId()).put("offset", count.prefix().end().offset())
                .put("stable", count.stable().tokens()),
                count.prefixTokens());
        root.set("cacheable", count.cacheable().map(JsonNodeFactory.instance::numberNode).orElse(null));
        ArrayNode blocks = root.putArray("blocks");
        for (TokenSpan span : count.estimate().spans(count.tokens().spans())) {
            Block block = count.block(span);
            blocks.addObject().put("id", span.blockId()).put("role", block.role().word()).put("kind", kind(block))
                    .put("tokens", span.tokens()).put("cumulative", span.cumulative());
        }
        return root;
    }

    private void print(Count count) {
        var table = new Table("<<<>>", "block", "role", "kind", "tokens", "total");
        count.estimate().spans(count.tokens().spans())
                .forEach(span -> table.add(span.blockId(), count.block(span).role().word(),
                        kind(count.block(span)), Table.number(span.tokens()), Table.number(span.cumulative())));
        console.print(table);
        String estimate = count.estimate().isExact() ? "" : ", an estimate: " + EstimateWords.why(count.estimate());
        console.print("");
        console.print(EstimateWords.words(count.total()) + " as sent to " + count.prompt().settings().model()
                + " (" + count.encoding() + estimate + ")");
        console.print("static prefix " + EstimateWords.words(count.prefixTokens()) + ", up to character "
                + Table.number(count.prefix().end().offset()) + " of " + count.prefix().end().blockId());
        if (count.prefix().stable() < count.prefix().tokens()) {
            console.print("of these " + EstimateWords.words(count.stable()) + " whatever other rows hold");
        }
        count.threshold().ifPresent(threshold -> console.print("threshold " + Table.number(threshold)
                + (count.prefixTokens().reaches(threshold)
                        ? ": reached"
                        : count.prefixTokens().mayReach(threshold)
                                ? ": perhaps reached, it lies in the band"
                                : ": not reached")));
        count.cacheable().ifPresent(tokens -> console.print("cacheable "
                + (count.estimate().isExact() || tokens == 0 ? "" : "about ") + Table.number(tokens) + " tokens"));
    }

    private static String kind(Block block) {
        return block.effectiveKind().name().toLowerCase(Locale.ROOT);
    }

    /// What is counted.
    private record Count(Prompt prompt, RequestTokens tokens, Estimate estimate, StaticPrefix prefix,
            Optional<Model> model, Optional<CacheRules> rules, Optional<Integer> cacheable, String encoding) {

        private static Count of(Analyst analyst, PromptArguments.Input input, int row) {
            Prompt prompt = input.prompt();
            String model = prompt.settings().model();
            Request request = analyst.request(prompt, input.values().row(row), Optional.empty());
            RequestTokens tokens = analyst.counterFor(model).count(request);
            Estimate estimate = analyst.estimate(request, tokens);
            StaticPrefix prefix = analyst.prefixOf(prompt, input.values());
            Optional<CacheRules> rules = analyst.rulesFor(model);
            Optional<Integer> cacheable = rules.map(known -> known
                    .reuse(analyst.terms(known, request.settings()).request(tokens, prefix.tokens())).tokens());
            return new Count(prompt, tokens, estimate, prefix, analyst.catalog().find(model), rules, cacheable,
                    analyst.encodingFor(model).word());
        }

        private TokenRange total() {
            return estimate.range(tokens.total());
        }

        private TokenRange prefixTokens() {
            return estimate.range(prefix.tokens());
        }

        private TokenRange stable() {
            return estimate.range(prefix.stable());
        }

        private Optional<Integer> threshold() {
            return rules.map(CacheRules::threshold).or(() -> model.map(found -> found.cache().minimum()));
        }

        private Block block(TokenSpan span) {
            return prompt.block(span.blockId()).orElseThrow();
        }
    }
}
