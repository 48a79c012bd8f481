package dev.cachewright.store;

import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.file.PromptFile;
import dev.cachewright.format.record.RecordedCalls;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.text.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Opens and saves prompts.
public final class PromptDocuments {

    /// Opens a prompt file, or a request body as JSON.
    ///
    /// @throws FileProblem where the file, or one beside it, cannot be read; nothing is opened then
    /// @throws OutsideFolder where the prompt names files outside its folder; none of them is read then
    public PromptDocument open(Path file) {
        return open(file, false);
    }

    /// Opens a prompt file, or a request body as JSON.
    ///
    /// @param isOutsideAllowed whether the user has said that files outside the prompt's folder may be used
    /// @throws FileProblem where the file, or one beside it, cannot be read; nothing is opened then
    /// @throws OutsideFolder where the prompt names files outside its folder, and they may not be used
    public PromptDocument open(Path file, boolean isOutsideAllowed) {
        TextFile text = read(file);
        try {
            Optional<String> json = json(file, text);
            return json.isPresent()
                    ? importBody(file.getFileName().toString(), json.get())
                    : PromptReader.read(Optional.of(file), file.getFileName().toString(), text,
                            isOutsideAllowed ? _ -> {
                            } : names -> requireInside(file, names),
                            name -> new PromptReader.Beside(file.resolveSibling(name),
                                    read(file.resolveSibling(name))));
        } catch (InputException e) {
            throw new FileProblem(file, e);
        }
    }

    private static void requireInside(Path prompt, List<String> names) {
        var folder = new PromptFolder(prompt);
        List<Path> outside = names.stream().filter(name -> !folder.holds(name)).map(prompt::resolveSibling)
                .map(Path::normalize).toList();
        if (!outside.isEmpty()) {
            throw new OutsideFolder(prompt, outside);
        }
    }

    /// The JSON of a request body as it is in the file; empty for a prompt file.
    ///
    /// @throws FileProblem where the file cannot be read
    public Optional<String> readBody(Path file) {
        return json(file, read(file));
    }

    private static Optional<String> json(Path file, TextFile text) {
        String json = text.withoutMark();
        boolean isNamedSo = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
        return Optional.of(json).filter(candidate -> isNamedSo || RequestBodyReader.isJson(candidate));
    }

    /// A request body as a document that has no file yet.
    ///
    /// @throws InputException with line and column where the text is not a request body
    public PromptDocument importBody(String name, String json) {
        Prompt prompt = RequestBodyReader.read(json);
        return PromptDocument.untitled(name.replaceFirst("\\.json$", "") + ".prompt", PromptFile.empty(), prompt,
                Values.none());
    }

    /// The data set in a file.
    ///
    /// @throws FileProblem where it cannot be read
    public Values readValues(Path file) {
        return PromptReader.values(file, file.getFileName().toString(), read(file));
    }

    /// The recorded calls in a file of JSON Lines.
    ///
    /// @throws FileProblem where it cannot be read, or a line holds no request
    public RecordedCalls readCalls(Path file) {
        try {
            return RecordedCalls.read(read(file).withoutMark());
        } catch (InputException e) {
            throw new FileProblem(file, e);
        }
    }

    /// Which files of the document were changed on disk since they were read or written last.
    public List<Path> changedOnDisk(PromptDocument document) {
        Optional<Path> values = document.valuesFile();
        return document.read().entrySet().stream().filter(entry -> !values.equals(Optional.of(entry.getKey())))
                .filter(entry -> !new TextFile(entry.getValue(), "").isCurrent(entry.getKey())).map(Map.Entry::getKey)
                .toList();
    }

    /// Writes `prompt` to `file` and the tools and schema beside it; bytes that do not change are not written.
    ///
    /// @return the document as it is on disk now
    /// @throws FileProblem where a file cannot be written; each file then holds its old bytes or its new ones
    public PromptDocument save(PromptDocument document, Prompt prompt, Path file) {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        PromptFile source = document.source();
        for (Role role : List.of(Role.TOOLS, Role.SCHEMA)) {
            source = withSidecar(source, prompt, file, role, document.read()::containsKey, files);
        }
        String text = source.write(prompt);
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
        copyBeside(document, file, files);
        files.forEach((path, bytes) -> write(document, path, bytes));
        keepBeside(document, files);
        return new PromptDocument(Optional.of(file), file.getFileName().toString(),
                PromptFile.read(text, source.partials()), prompt,
                document.values(), files);
    }

    /// @param isRead whether a file outside the folder is one that the document was read from
    private static PromptFile withSidecar(PromptFile source, Prompt prompt, Path file, Role role,
            Predicate<Path> isRead, Map<Path, byte[]> files) {
        String key = PromptDocument.sidecarKey(role);
        Optional<Block> block = prompt.blocks().stream().filter(candidate -> candidate.role() == role).findFirst();
        Optional<String> own = role == Role.SCHEMA ? source.outputSchema() : source.ownTools();
        if (block.isEmpty()) {
            return own.isEmpty()
                    ? source.with(key, "")
                    : role == Role.SCHEMA ? source.withoutOutput() : source.withoutOwnTools();
        }
        if (own.equals(block.map(Block::text))) {
            return source;
        }
        String named = source.sidecar(key);
        boolean isUsable = !named.isEmpty() && (isRead.test(file.resolveSibling(named)) || new PromptFolder(file).holds(
                named));
        String name = isUsable ? named : PromptDocument.sidecarName(file, role);
        files.put(file.resolveSibling(name), block.get().text().getBytes(StandardCharsets.UTF_8));
        return source.with(key, name);
    }

    /// The bytes of data set and partials stay with the document, so that they can go along to another folder later.
    private static void keepBeside(PromptDocument document, Map<Path, byte[]> files) {
        document.besides().stream().map(document::beside).filter(document.read()::containsKey)
                .forEach(path -> files.putIfAbsent(path, document.read().get(path)));
    }

    /// A data set and partials go along to another folder, where it has none of that name.
    private static void copyBeside(PromptDocument document, Path file, Map<Path, byte[]> files) {
        for (String name : document.besides()) {
            Path target = file.resolveSibling(name);
            byte[] bytes = document.read().get(document.beside(name));
            if (bytes != null && !Files.exists(target) && new PromptFolder(file).holds(name)) {
                files.put(target, bytes);
            }
        }
    }

    private static void write(PromptDocument document, Path path, byte[] bytes) {
        byte[] before = document.read().get(path);
        if (before != null && Arrays.equals(before, bytes) && new TextFile(before, "").isCurrent(path)
                && Files.exists(path)) {
            return;
        }
        try {
            AtomicFile.write(path, bytes);
        } catch (IOException e) {
            throw new FileProblem(path, new InputException("The file cannot be written: " + DiskWords.of(e), 0, 0));
        }
    }

    private static TextFile read(Path file) {
        try {
            return TextFile.read(file);
        } catch (InputException e) {
            throw new FileProblem(file, e);
        }
    }
}
