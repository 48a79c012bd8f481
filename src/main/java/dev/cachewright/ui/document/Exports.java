package dev.cachewright.ui.document;

import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.format.export.CodeForm;
import dev.cachewright.format.export.Endpoint;
import dev.cachewright.format.export.PromptForm;
import dev.cachewright.format.export.PromptForm.Exported;
import dev.cachewright.format.export.RequestCode;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.provider.Profile;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.PromptDocuments;
import dev.cachewright.ui.workspace.Draft;
import dev.cachewright.ui.workspace.Workspace;
import dev.cachewright.words.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Hands on what is open: the request of the shown row as code, or the prompt as a file of another program. What is
/// open stays as it is.
public final class Exports {

    private final Workspace workspace;
    private final PromptDocuments documents;
    private final DocumentActions actions;
    private final Dialogs dialogs;
    private final CurrentRequest request;

    Exports(Workspace workspace, PromptDocuments documents, DocumentActions actions, Dialogs dialogs) {
        this.workspace = workspace;
        this.documents = documents;
        this.actions = actions;
        this.dialogs = dialogs;
        this.request = new CurrentRequest(workspace);
    }

    /// Hands the request over as code.
    public void copy(CodeForm form, Consumer<String> clipboard) {
        Callable<Exported> code = code(form);
        actions.load(Texts.get("export.not-copied"), code, made -> clipboard.accept(made.text()));
    }

    /// Writes a file of the user's choice, in the form that its name says.
    public void export() {
        String name = workspace.prompt().getDocument().map(PromptDocument::name).orElse("");
        dialogs.chooseExport(name.replaceFirst("\\.prompt$", ""), actions.folder())
                .ifPresent(file -> write(file, List.of()));
    }

    /// Whether the name of a file says that it is of another form than a prompt file.
    static boolean isForeign(Path file) {
        return ending(file).matches("json|prompty");
    }

    /// Writes the form that the name of the file says.
    ///
    /// @param more is said of it besides
    void write(Path file, List<String> more) {
        Callable<Exported> content = content(file);
        actions.load(Texts.format("document.not-saved", file.getFileName()), () -> {
            Exported made = content.call();
            documents.export(file, made.text());
            return made;
        }, made -> {
            List<String> notes = Stream.concat(made.notes().stream(), more.stream()).toList();
            if (!notes.isEmpty()) {
                dialogs.showError(Texts.format("export.written", file.getFileName()), String.join("\n", notes));
            }
        });
    }

    private Callable<Exported> content(Path file) {
        return switch (ending(file)) {
            case "sh" -> code(CodeForm.CURL);
            case "py" -> code(CodeForm.PYTHON);
            case "mjs", "js" -> code(CodeForm.JAVASCRIPT);
            case "java" -> code(CodeForm.JAVA);
            case "prompty" -> prompt(PromptForm.PROMPTY);
            case "yaml", "yml" -> prompt(PromptForm.PROMPTFOO);
            case "json" -> {
                var sent = request.current();
                yield () -> new Exported(RequestBodyWriter.write(sent.call(), true).json(), List.of());
            }
            default -> () -> {
                throw new InputException(Texts.get("export.unknown-ending"), 0, 0);
            };
        };
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private Callable<Exported> code(CodeForm form) {
        var sent = request.current();
        Endpoint endpoint = endpoint(workspace.preferences().profileInUse());
        return () -> new Exported(RequestCode.of(form, sent.call(), endpoint), List.of());
    }

    /// The simulator stands in for the vendor, whose server the code is for.
    private static Endpoint endpoint(Profile profile) {
        return switch (profile.kind()) {
            case SIMULATOR, OPENAI, ANTHROPIC -> Endpoint.ofVendor();
            case AZURE, COMPATIBLE -> new Endpoint(profile.baseUrl(), profile.key().variable());
        };
    }

    private Callable<Exported> prompt(PromptForm form) {
        Draft draft = workspace.prompt().getDraft();
        var destination = workspace.analysis().destination();
        Values values = draft.values();
        var rows = form == PromptForm.PROMPTY ? List.of(values.row(draft.row())) : values.rowsOrEmpty();
        Optional<String> name = draft.document().map(PromptDocument::name);
        return () -> form.write(name.orElse(""), draft.prompt(), rows, destination.requests());
    }
}
