package dev.cachewright.cli.argument;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.ModelWarnings;
import dev.cachewright.format.recover.OwnFields;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.Variables;
import dev.cachewright.session.PromptSource;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.words.FewWords;
import dev.cachewright.words.Texts;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The arguments of every command that reads a prompt.
public final class PromptArguments {

    @Parameters(index = "0", paramLabel = "FILE", description = "A .prompt file, a request body as JSON, or a prompt in the form of another program.")
    private Path file;

    @Mixin
    private PromptOptions options;

    /// The name of the file.
    public String name() {
        return file.getFileName().toString();
    }

    /// The prompt, for the session of its calls.
    public PromptSource source() {
        return new PromptSource(name(), file.toAbsolutePath().normalize().toString());
    }

    public boolean isJson() {
        return options.isJson();
    }

    /// Reads the files, and warns where a count will be an estimate because the model is unknown, and where variables
    /// have no value.
    ///
    /// @throws dev.cachewright.store.FileProblem where a file cannot be used
    public Input read(Analyst analyst, Console console) {
        Input input = input(console);
        warn(input, analyst, console);
        return input;
    }

    /// The same of a prompt that is sent.
    ///
    /// @throws dev.cachewright.store.FileProblem where a file cannot be used
    /// @throws CliProblem where the prompt has no block
    public Input readText(Analyst analyst, Console console) {
        Input input = open(console);
        warn(input, analyst, console);
        return input;
    }

    /// Reads the files without a warning; what they were taken for is said.
    ///
    /// @throws dev.cachewright.store.FileProblem where a file cannot be used
    /// @throws CliProblem where the prompt has no block
    public Input open(Console console) {
        Input input = input(console);
        requireText(input.prompt(), file.toString());
        return input;
    }

    private Input input(Console console) {
        return options.read(file, console);
    }

    /// Says what the file was taken for, and what of it was left out.
    public static void sayNotes(PromptDocument document, Path file, Console console) {
        if (!document.notes().isEmpty()) {
            console.say("note: " + file + ": " + String.join(" ", document.notes()));
        }
    }

    /// @param place of the prompt, for people
    /// @throws CliProblem where the prompt has no block
    public static void requireText(Prompt prompt, String place) {
        if (prompt.blocks().isEmpty()) {
            throw new CliProblem(place + ": The prompt is empty: write a text into it");
        }
    }

    private void warn(Input input, Analyst analyst, Console console) {
        String name = input.prompt().settings().model();
        if (name.isEmpty()) {
            console.say("warning: " + file + " names no model: this is an estimate in o200k_base; give one with "
                    + "--model");
        } else if (analyst.catalog().find(name).isEmpty()) {
            console.say("warning: " + ModelWarnings.unknown(analyst.catalog(), name,
                    "this is an estimate in o200k_base, without rules and prices"));
        }
        if (!input.undefined().isEmpty()) {
            console.say("warning: " + input.undefined());
        }
        warnOfMissing(input, console);
    }

    /// Warns where variables have no value in some row.
    public static void warnOfMissing(Input input, Console console) {
        List<String> missing = Variables.of(input.prompt(), input.values()).missing();
        if (!missing.isEmpty()) {
            console.say("warning: no value for " + FewWords.list(missing) + ": counted as nothing");
        }
    }

    /// Says in what recorded calls differ beside their values, since no figure knows of it.
    public static void noteOwnFields(Input input, Console console) {
        List<String> own = OwnFields.differing(input.values());
        if (!own.isEmpty()) {
            console.say("note: " + Texts.format("own-fields.note", FewWords.list(own)));
        }
    }

    /// What the files hold.
    ///
    /// @param undefined what of the prompt they do not hold, in words; empty where nothing is missing
    /// @param document as it was opened
    public record Input(Prompt prompt, Values values, String undefined, PromptDocument document) {

        /// The rules whose advice the file leaves out.
        ///
        /// @throws dev.cachewright.prompt.text.InputException where they cannot be read
        public List<String> ignoredRules() {
            return document.source().ignoredRules();
        }
    }
}
