package dev.cachewright.cli;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.BoundThinking;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Estimate;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.cli.argument.PromptArguments;
import dev.cachewright.cli.argument.RefusalLines;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.DiffReport;
import dev.cachewright.cli.print.EstimateLine;
import dev.cachewright.divergence.Explanation;
import dev.cachewright.divergence.Normalising;
import dev.cachewright.format.body.RequestBody;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.format.divergence.Explainer;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Request;
import dev.cachewright.session.SentBlock;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.PromptDocuments;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

    @Option(names = "--ignore", paramLabel = "KIND", description = "Looks past differences of this kind to the next one: white-space, key-order or unicode. May be given several times.")
    private List<String> ignored = List.of();

    @Option(names = "--ids", description = "Shows the ids of the tokens in which they differ.")
    private boolean isWithIds;

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
        Explanation found = Explainer.explain(a.compared(), b.compared(), forms(),
                parts.stopwatch().instants().instant());
        var thinking = new BoundThinking();
        thinking.refusedIn(b.destination(), a.counted());
        thinking.refusedIn(b.destination(), b.counted())
                .ifPresent(block -> console.say("warning: " + second + " is " + RefusedCalls.boundWords(block)));
        var report = new DiffReport(found, a.shown(), b.shown(), isWithIds);
        if (isJson) {
            console.print(report.json());
            return ExitStatus.DONE;
        }
        report.print(console);
        EstimateLine.print(b.destination(), b.estimate(), console);
        if (!a.destination().modelId().equals(b.destination().modelId())) {
            EstimateLine.print(a.destination(), a.estimate(), console);
        }
        return ExitStatus.DONE;
    }

    private Set<Normalising> forms() {
        return ignored.stream().map(word -> Normalising.of(word).orElseThrow(() -> new CliProblem(
                "--ignore: " + word + " is no kind of difference: use white-space, key-order or unicode")))
                .collect(Collectors.toUnmodifiableSet());
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
        RequestBody written = RequestBodyWriter.write(sent, false);
        return json.isPresent()
                ? new Side(file, body(json.get()), List.of(), destination, destination.count(sent))
                : new Side(file, written.json(), written.blocks(), destination, destination.count(sent));
    }

    /// The file's own JSON, so that paths are those of the file.
    private String body(String own) {
        if (model == null) {
            return own;
        }
        SequencedMap<String, String> fields = RawJson.fields(own);
        fields.put("model", RawJson.quote(model));
        return RawJson.object(fields);
    }

    /// One of the two requests.
    ///
    /// @param blocks what of the body is of which block; none where the file has no blocks with names of its own
    private record Side(Path file, String body, List<SentBlock> blocks, Destination destination,
            CountedRequest counted) {

        private Explainer.Side compared() {
            return new Explainer.Side(body, blocks, destination);
        }

        private DiffReport.Side shown() {
            return new DiffReport.Side(file.toString(), destination.inputOf(counted));
        }

        private Estimate estimate() {
            return destination.estimate(counted);
        }
    }
}
