package dev.cachewright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Outlook;
import dev.cachewright.cache.CacheRules;
import dev.cachewright.cache.state.CacheState;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.cli.argument.PromptArguments;
import dev.cachewright.cli.argument.RefusalLines;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.ContextWarning;
import dev.cachewright.cli.print.EstimateJson;
import dev.cachewright.cli.print.EstimateLine;
import dev.cachewright.cli.print.Table;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.token.request.TokenSpan;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.ThresholdWords;
import dev.cachewright.words.TokenWords;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "count", description = "Counts the tokens of each block, the static prefix, and what can be cached.", mixinStandardHelpOptions = true)
final class CountCommand implements Callable<Integer> {

    private final CliParts parts;
    private final Console console;

    @Mixin
    private PromptArguments arguments;

    @Mixin
    private ServerCountOptions server;

    @Option(names = "--row", paramLabel = "N", defaultValue = "1", description = "The row to count, starting from 1.")
    private int row;

    CountCommand(CliParts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        server.check();
        Analyst analyst = parts.analyst().get();
        PromptArguments.Input input = arguments.read(analyst, console);
        int rows = input.values().rowsOrEmpty().size();
        if (row < 1 || row > rows) {
            throw new CliProblem("There is no row " + row + "; --row must be between 1 and " + rows);
        }
        Prompt prompt = input.prompt();
        if (prompt.blocks().isEmpty()) {
            printEmpty(prompt, analyst.destination(prompt.settings().model()));
            return ExitStatus.DONE;
        }
        Analysis count = analyst.analyse(new AnalysisInput(prompt, input.values(), row - 1, Optional.empty(),
                CacheState.empty(), parts.stopwatch().now(), AnalysisInput.USUAL));
        RefusalLines.say(count.sent(), console);
        ContextWarning.say(count.destination(), count.total(), console);
        Optional<ServerCountOptions.Counted> onServer = server.count(count, parts);
        if (arguments.isJson()) {
            ObjectNode json = json(count);
            onServer.ifPresent(counted -> counted.put(json));
            console.print(json);
        } else {
            print(count);
            onServer.ifPresent(counted -> counted.print(console));
        }
        return ExitStatus.DONE;
    }

    /// A prompt that is yet to be written sends nothing.
    private void printEmpty(Prompt prompt, Destination destination) {
        if (!arguments.isJson()) {
            console.print("0 tokens: the prompt is empty; write a text into it");
            return;
        }
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("model", prompt.settings().model()).put("encoding", destination.encoding().word()).put("exact", true)
                .put("tokens", 0);
        root.set("threshold", destination.rules().map(CacheRules::threshold)
                .map(JsonNodeFactory.instance::numberNode).orElse(null));
        root.putObject("staticPrefix").put("tokens", 0).put("endsIn", "").put("offset", 0).put("stable", 0);
        root.put("cacheable", 0).putArray("blocks");
        console.print(root);
    }

    private static ObjectNode json(Analysis count) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("model", count.prompt().settings().model()).put("encoding", count.destination().encoding().word())
                .put("exact", count.isExact()).put("tokens", count.total().tokens());
        EstimateJson.put(root, count.total());
        EstimateJson.put(root, count.estimate().correction());
        root.set("threshold", count.threshold().map(JsonNodeFactory.instance::numberNode).orElse(null));
        EstimateJson.put(root.putObject("staticPrefix").put("tokens", count.prefixTokens().tokens())
                .put("endsIn", count.prefix().end().blockId()).put("offset", count.prefix().end().offset())
                .put("stable", count.stableTokens().tokens()),
                count.prefixTokens());
        root.set("cacheable", cacheable(count).map(JsonNodeFactory.instance::numberNode).orElse(null));
        ArrayNode blocks = root.putArray("blocks");
        Map<String, Block> byId = blocks(count);
        var roles = new SentRoles(count.sent().request());
        for (TokenSpan span : count.spans()) {
            Block block = byId.get(span.blockId());
            blocks.addObject().put("id", span.blockId()).put("role", roles.next(block))
                    .put("kind", kind(block))
                    .put("tokens", span.tokens()).put("cumulative", span.cumulative());
        }
        return root;
    }

    private void print(Analysis count) {
        var table = new Table("<<<>>", "block", "role", "kind", "tokens", "total");
        Map<String, Block> byId = blocks(count);
        var roles = new SentRoles(count.sent().request());
        for (TokenSpan span : count.spans()) {
            Block block = byId.get(span.blockId());
            table.add(span.blockId(), roles.next(block), kind(block),
                    TokenWords.brief(count.isExact(), span.tokens()),
                    TokenWords.brief(count.isExact(), span.cumulative()));
        }
        console.print(table);
        console.print("");
        String encoding = count.destination().encoding().word();
        String model = count.prompt().settings().model();
        console.print(TokenWords.full(count.total())
                + (model.isEmpty() ? " in " + encoding : " as sent to " + model + " (" + encoding + ")"));
        EstimateLine.print(count.destination(), count.estimate(), console);
        int end = count.prefix().end().offset();
        console.print("static prefix " + TokenWords.full(count.prefixTokens()) + ", up to "
                + (end == 0 ? "the beginning" : "character " + Numbers.count(end)) + " of "
                + count.prefix().end().blockId()
                + (Optional.ofNullable(byId.get(count.prefix().end().blockId())).filter(Block::isDeclaredDynamic)
                        .isPresent() ? ", which is marked dynamic" : ""));
        if (count.prefix().stable() < count.prefix().tokens()) {
            console.print(
                    "of these, " + TokenWords.full(count.stableTokens()) + " are shared whatever other rows contain");
        }
        count.outlook().ifPresent(outlook -> {
            console.print(ThresholdWords.line(count, outlook));
            boolean isPerhaps = outlook.cacheable() == 0 && ThresholdWords.isAround(count, outlook);
            console.print("cacheable " + TokenWords.brief(count.isExact(), outlook.cacheable()) + " tokens" + (isPerhaps
                    ? ", or " + TokenWords.brief(count.prefixTokens()) + " where the threshold is reached"
                    : ""));
        });
    }

    private static Optional<Integer> cacheable(Analysis count) {
        return count.outlook().map(Outlook::cacheable);
    }

    private static Map<String, Block> blocks(Analysis count) {
        return count.prompt().blocks().stream().collect(Collectors.toMap(Block::id, Function.identity()));
    }

    private static String kind(Block block) {
        return block.effectiveKind().name().toLowerCase(Locale.ROOT);
    }
}
