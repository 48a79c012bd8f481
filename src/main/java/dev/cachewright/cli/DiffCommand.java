package dev.cachewright.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.BoundThinking;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Divergence;
import dev.cachewright.analysis.Estimate;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.EstimateJson;
import dev.cachewright.cli.print.EstimateLine;
import dev.cachewright.cli.print.Table;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.format.divergence.RequestDivergence;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Request;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.PromptDocuments;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TokenWords;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "diff", description = "Shows where two requests diverge, and how many tokens they share.", mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

    private final CliParts parts;
    private final Console console;

    @Parameters(index = "0", paramLabel = "A", description = "A request body as JSON, a .prompt file (its first row), or a prompt of another program.")
    private Path first;

    @Parameters(index = "1", paramLabel = "B", description = "The other request, in either form.")
    private Path second;

    @Option(names = "--model", paramLabel = "M", description = "Overrides the models that the files name.")
    private String model;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean isJson;

    @Option(names = "--allow-outside", description = "Use files that the prompts name outside their folders.")
    private boolean isOutsideAllowed;

    DiffCommand(CliParts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        Analyst analyst = parts.analyst().get();
        Side a = side(first, analyst);
        Side b = side(second, analyst);
        Divergence found = RequestDivergence.of(a.compared(), b.compared());
        var thinking = new BoundThinking();
        thinking.refusedIn(b.destination(), a.counted());
        thinking.refusedIn(b.destination(), b.counted())
                .ifPresent(block -> console.say("warning: " + second + " is " + RefusedCalls.boundWords(block)));
        if (isJson) {
            console.print(json(found, a, b));
        } else {
            print(found, a, b);
        }
        return Cli.DONE;
    }

    private Side side(Path file, Analyst analyst) {
        PromptDocument document = new PromptDocuments().open(file, isOutsideAllowed);
        PromptArguments.sayNotes(document, file, console);
        PromptArguments.requireText(document.opened(), file.toString());
        Prompt prompt = model == null
                ? document.opened()
                : document.opened().withSettings(document.opened().settings().withModel(model));
        Request request = Renderer.render(prompt, document.values().row(0));
        Destination destination = analyst.destination(prompt.settings().model());
        SentRequest sent = destination.requests().of(request);
        RefusalLines.say(sent, console);
        Optional<String> json = new PromptDocuments().readBody(file);
        return new Side(file, json.isEmpty(), body(json, sent), destination, destination.count(sent));
    }

    /// The file's own JSON, so that paths are those of the file; what would be sent of a prompt file.
    private String body(Optional<String> own, SentRequest sent) {
        String json = own.orElseGet(() -> RequestBodyWriter.write(sent, false).json());
        if (model == null) {
            return json;
        }
        SequencedMap<String, String> fields = RawJson.fields(json);
        fields.put("model", RawJson.quote(model));
        return RawJson.object(fields);
    }

    private static ObjectNode json(Divergence found, Side a, Side b) {
        TokenRange common = common(found, b);
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("commonTokens", common.tokens())
                .put("tokensA", a.tokens().tokens()).put("tokensB", b.tokens().tokens())
                .put("path", found.body().path()).put("offset", found.body().offset())
                .put("reason", reason(found)).put("a", found.before()).put("b", found.now())
                .put("exact", a.tokens().isExact() && b.tokens().isExact());
        EstimateJson.put(json, "commonBand", common);
        EstimateJson.put(json, "bandA", a.tokens());
        EstimateJson.put(json, "bandB", b.tokens());
        return json;
    }

    private void print(Divergence found, Side a, Side b) {
        var table = new Table("<><", "request", "tokens", "text");
        table.add(a.file().toString(), TokenWords.brief(a.tokens()), found.before());
        table.add(b.file().toString(), TokenWords.brief(b.tokens()), found.now());
        console.print(table);
        console.print("");
        console.print(found.reason().isEmpty() ? "identical as prompts" : words(found, b));
        console.print(TokenWords.full(common(found, b)) + " in common");
        EstimateLine.print(b.destination(), b.estimate(), console);
        if (!a.destination().modelId().equals(b.destination().modelId())) {
            EstimateLine.print(a.destination(), a.estimate(), console);
        }
    }

    /// `the messages differ at character 2 of question (input_changed at /input/1/content, character 2)`.
    private static String words(Divergence found, Side b) {
        String place = found.block().isEmpty() || !b.isPrompt()
                ? ""
                : " at character " + Numbers.count(found.place().offset() + 1L) + " of " + found.block();
        return Texts.get("change." + found.reason()) + place + " (" + found.reason() + " at " + found.body().path()
                + ", character " + Numbers.count(found.body().offset() + 1L) + ")";
    }

    private static TokenRange common(Divergence found, Side b) {
        return b.estimate().range(found.commonTokens());
    }

    private static String reason(Divergence found) {
        return found.reason().isEmpty() ? "identical" : found.reason();
    }

    /// One of the two requests.
    ///
    /// @param isPrompt whether the file has blocks with names of its own
    private record Side(Path file, boolean isPrompt, String body, Destination destination, CountedRequest counted) {

        private RequestDivergence.Side compared() {
            return destination.isAtAnthropic()
                    ? RequestDivergence.Side.atAnthropic(counted.tokens(), body)
                    : new RequestDivergence.Side(counted.tokens(), body);
        }

        private Estimate estimate() {
            return destination.estimate(counted);
        }

        private TokenRange tokens() {
            return destination.inputOf(counted);
        }
    }
}
