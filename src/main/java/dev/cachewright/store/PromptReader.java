package dev.cachewright.store;

import dev.cachewright.format.file.PromptFile;
import dev.cachewright.format.file.ValuesReader;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Attributes;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.template.Partials;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Reads a prompt with the files beside it, from disk or from the program's own samples.
final class PromptReader {

    private final Function<String, Beside> beside;
    private final Map<Path, byte[]> read = new LinkedHashMap<>();

    private PromptReader(Function<String, Beside> beside) {
        this.beside = beside;
    }

    /// A file that the front matter names.
    record Beside(Path path, TextFile text) {
    }

    /// @param path where the prompt is; empty for one without a file
    /// @param check is given the names of the files beside it before one is read
    /// @param beside gives a file by the name that the front matter has for it
    /// @throws FileProblem where a file beside it cannot be used
    /// @throws InputException where the prompt itself cannot be read
    static PromptDocument read(Optional<Path> path, String name, TextFile text, Consumer<List<String>> check,
            Function<String, Beside> beside) {
        return new PromptReader(beside).document(path, name, text, check);
    }

    private PromptDocument document(Optional<Path> path, String name, TextFile text, Consumer<List<String>> check) {
        path.ifPresent(file -> read.put(file, text.bytes()));
        Partials partials = new PartialFiles(check, (partial, file) -> beside(name, "{{>" + partial + "}}", file))
                .of(text
                        .text(), read);
        PromptFile source = PromptFile.read(text.text(), partials);
        var blocks = new ArrayList<Block>();
        for (Role role : List.of(Role.TOOLS, Role.SCHEMA)) {
            String sidecar = source.sidecar(PromptDocument.sidecarKey(role));
            if (!sidecar.isEmpty()) {
                blocks.add(block(beside(name, PromptDocument.sidecarKey(role), sidecar), role, source));
            }
        }
        source.ownTools().ifPresent(tools -> blocks.add(source.withBreakpoint(new Block(source.messages().freeId(
                Role.TOOLS.word()), Role.TOOLS, Kind.STATIC, false, Text.of(tools), Attributes.none()))));
        source.outputSchema().ifPresent(schema -> blocks.add(new Block(source.messages().freeId(Role.SCHEMA.word()),
                Role.SCHEMA, Kind.STATIC, false, Text.of(schema), Attributes.none())));
        blocks.addAll(source.messages().blocks());
        String data = source.sidecar(PromptFile.VALUES);
        Values values = data.isEmpty() ? Values.none() : values(beside(name, PromptFile.VALUES, data), data);
        return new PromptDocument(path, name, source, source.messages().withBlocks(blocks), values, read);
    }

    private Beside beside(String prompt, String key, String name) {
        try {
            return beside.apply(name);
        } catch (FileProblem e) {
            throw new FileProblem(e.file(), new InputException(
                    e.getMessage() + "; " + key + " in " + prompt + " names it", e.line(), e.column()), prompt);
        }
    }

    private Values values(Beside file, String name) {
        read.put(file.path(), file.text().bytes());
        return values(file.path(), name, file.text());
    }

    /// @throws FileProblem where the text is not a data set
    static Values values(Path file, String name, TextFile text) {
        try {
            return ValuesReader.read(name, text.text());
        } catch (InputException e) {
            throw new FileProblem(file, e);
        }
    }

    private Block block(Beside file, Role role, PromptFile source) {
        try {
            RawJson.tree(file.text().withoutMark());
        } catch (InputException e) {
            throw new FileProblem(file.path(), e);
        }
        read.put(file.path(), file.text().bytes());
        String id = source.messages().freeId(role.word());
        Block block = new Block(id, role, Kind.STATIC, false, Text.of(file.text().withoutMark()), Attributes.none());
        return role == Role.TOOLS ? source.withBreakpoint(block) : block;
    }
}
