package dev.cachewright.cli.argument;

import dev.cachewright.cli.print.Console;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.PromptDocuments;
import dev.cachewright.words.UndefinedWords;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// How prompts are read, whichever files they are in.
public final class PromptOptions {

    @Option(names = "--model", paramLabel = "M", description = "Overrides the model that the file names.")
    private String model;

    @Option(names = "--values", paramLabel = "V", description = "Rows for the variables: CSV or JSON Lines.")
    private Path values;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean isJson;

    @Option(names = "--allow-outside", description = "Use files that the prompt names outside its folder.")
    private boolean isOutsideAllowed;

    public boolean isJson() {
        return isJson;
    }

    /// Reads a prompt and what goes with it without a warning; what it was taken for is said.
    ///
    /// @throws dev.cachewright.store.FileProblem where a file cannot be used
    public PromptArguments.Input read(Path file, Console console) {
        var documents = new PromptDocuments();
        PromptDocument document = documents.open(file, isOutsideAllowed);
        PromptArguments.sayNotes(document, file, console);
        Prompt prompt = document.opened();
        if (model != null) {
            prompt = prompt.withSettings(prompt.settings().withModel(model));
        }
        return new PromptArguments.Input(prompt, values == null ? document.values() : documents.readValues(values),
                UndefinedWords.of(document.source().undefined()), document);
    }
}
