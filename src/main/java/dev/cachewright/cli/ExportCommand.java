package dev.cachewright.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Destination;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.cli.argument.PromptArguments;
import dev.cachewright.cli.argument.RefusalLines;
import dev.cachewright.cli.print.Console;
import dev.cachewright.format.export.CodeForm;
import dev.cachewright.format.export.Endpoint;
import dev.cachewright.format.export.PromptForm;
import dev.cachewright.format.export.RequestCode;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Presets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "export", description = "Writes the request of a row as code, or the prompt as a file of another program.", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    private final CliParts parts;
    private final Console console;

    @Mixin
    private PromptArguments arguments;

    @Option(names = "--as", paramLabel = "FORM", required = true, description = "curl, python, javascript or java: the request as code. "
            + "prompty or promptfoo: the prompt with its variables.")
    private String form;

    @Option(names = "--row", paramLabel = "N", defaultValue = "1", description = "The row to export, starting from 1; promptfoo takes all.")
    private int row;

    @Option(names = "--base-url", paramLabel = "U", description = "Where the code sends the request, including /v1; without it, to the vendor.")
    private String baseUrl;

    @Option(names = "--send-key", description = "Have the code send a key to the server of --base-url: that of the provider whose server it is, else API_KEY.")
    private boolean sendsKey;

    ExportCommand(CliParts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<CodeForm> code = CodeForm.of(form);
        Optional<PromptForm> file = PromptForm.of(form);
        if (code.isEmpty() && file.isEmpty()) {
            throw new CliProblem("Unknown form \"" + form + "\": --as takes " + forms());
        }
        Analyst analyst = parts.analyst().get();
        PromptArguments.Input input = arguments.open(console);
        int rows = input.values().rowsOrEmpty().size();
        if (row < 1 || row > rows) {
            throw new CliProblem("There is no row " + row + "; --row must be between 1 and " + rows);
        }
        PromptArguments.warnOfMissing(input, console);
        Prompt prompt = input.prompt();
        String model = prompt.settings().model();
        Destination destination = baseUrl == null
                ? analyst.destination(model)
                : analyst.elsewhere(model, Optional.empty());
        SentRequest sent = destination.requests().of(Renderer.render(prompt, input.values().row(row - 1)));
        RefusalLines.say(sent, console);
        print(code.map(language -> new PromptForm.Exported(RequestCode.of(language, sent, endpoint()), List.of()))
                .orElseGet(() -> file.orElseThrow().write(arguments.name(), prompt, rows(file.get(), input.values()),
                        destination.requests())));
        return ExitStatus.DONE;
    }

    private Endpoint endpoint() {
        return baseUrl == null ? Endpoint.ofVendor() : new Endpoint(baseUrl, sendsKey ? variable() : "");
    }

    private String variable() {
        String known = Presets.variableOf(baseUrl);
        return known.isEmpty() ? "API_KEY" : known;
    }

    private List<Row> rows(PromptForm file, Values values) {
        return file == PromptForm.PROMPTY ? List.of(values.row(row - 1)) : values.rowsOrEmpty();
    }

    private void print(PromptForm.Exported exported) {
        exported.notes().forEach(note -> console.say("note: " + note));
        if (arguments.isJson()) {
            ObjectNode root = JsonNodeFactory.instance.objectNode().put("form", form).put("text", exported.text());
            exported.notes().forEach(root.putArray("notes")::add);
            console.print(root);
        } else {
            console.write(exported.text());
        }
    }

    private static String forms() {
        return Stream.concat(Stream.of(CodeForm.values()).map(CodeForm::word), Stream.of(PromptForm.values())
                .map(PromptForm::word)).collect(Collectors.joining(", "));
    }
}
