package dev.cachewright.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Destination;
import dev.cachewright.analysis.Divergence;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.format.body.RequestDivergence;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Request;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.PromptDocuments;
import dev.cachewright.token.request.RequestTokens;
import dev.cachewright.words.Numbers;
import java.nio.file.Path;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "diff", description = "Shows where two requests diverge, and how many tokens they share.", mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

    private final CliParts parts;
    private final Console console;

    @Parameters(index = "0", paramLabel = "A", description = "A request body as JSON, or a .prompt file (its first row).")
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
        Divergence found = RequestDivergence.of(new RequestDivergence.Side(a.tokens(), a.body()),
                new RequestDivergence.Side(b.tokens(), b.body()));
        if (isJson) {
            console.print(json(found, a, b));
        } else {
            print(found, a, b);
        }
        return Cli.DONE;
    }

    private Side side(Path file, Analyst analyst) {
        PromptDocument document = new PromptDocuments().open(file, isOutsideAllowed);
        Prompt prompt = model == null
                ? document.opened()
                : document.opened().withSettings(document.opened().settings().withModel(model));
        Request request = Renderer.render(prompt, document.values().row(0));
        Destination destination = analyst.destination(prompt.settings().model());
        return new Side(file, body(file, request, destination), destination.counter().count(request));
    }

    /// The file's own JSON, so that paths are those of the file; what would be sent of a prompt file.
    private String body(Path file, Request request, Destination destination) {
        String json = new PromptDocuments().readBody(file).orElseGet(
                () -> RequestBodyWriter.write(destination.requests().of(request), false).json());
        if (model == null) {
            return json;
        }
        SequencedMap<String, String> fields = RawJson.fields(json);
        fields.put("model", RawJson.quote(model));
        return RawJson.object(fields);
    }

    private static ObjectNode json(Divergence found, Side a, Side b) {
        return JsonNodeFactory.instance.objectNode().put("commonTokens", found.commonTokens())
                .put("tokensA", a.tokens().total())
                .put("tokensB", b.tokens().total()).put("path", found.body().path())
                .put("offset", found.body().offset())
                .put("reason", reason(found)).put("a", found.before()).put("b", found.now())
                .put("exact", a.tokens().isExact() && b.tokens().isExact());
    }

    private void print(Divergence found, Side a, Side b) {
        var table = new Table("<><", "request", "tokens", "text");
        table.add(a.file().toString(), Numbers.count(a.tokens().total()), found.before());
        table.add(b.file().toString(), Numbers.count(b.tokens().total()), found.now());
        console.print(table);
        console.print("");
        console.print(found.reason().isEmpty()
                ? "identical as prompts"
                : found.reason() + " at " + found.body().path() + ", character "
                        + Numbers.count(found.body().offset()));
        console.print(Numbers.count(found.commonTokens()) + " tokens in common");
    }

    private static String reason(Divergence found) {
        return found.reason().isEmpty() ? "identical" : found.reason();
    }

    /// One of the two requests.
    private record Side(Path file, String body, RequestTokens tokens) {
    }
}
