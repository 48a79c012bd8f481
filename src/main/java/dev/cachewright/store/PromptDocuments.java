package dev.cachewright.store;

import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.file.PromptFile;
import dev.cachewright.format.foreign.Recognized;
import dev.cachewright.format.foreign.Recognizer;
import dev.cachewright.format.foreign.SideFiles;
import dev.cachewright.format.record.RecordedCalls;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.text.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Opens and saves prompts.
public final class PromptDocuments {

    private static final Pattern ENDINGS = Pattern.compile(
            "(?i)(\\.prompt)?\\.(json|jsonl|ya?ml|prompty|http|rest|har|sh|txt|curl)$");

    private final FileBytes files;

    /// Those on disk.
    public PromptDocuments() {
        this(FileBytes.onDisk());
    }

    /// Those that are kept elsewhere, such as in a version of a repository; they are only read.
    public PromptDocuments(FileBytes files) {
        this.files = files;
    }

    /// Opens a prompt file, a request body as JSON, or a prompt in the form of another program.
    ///
    /// @throws FileProblem where the file, or one beside it, cannot be read; nothing is opened then
    /// @throws OutsideFolder where the prompt names files outside its folder; none of them is read then
    public PromptDocument open(Path file) {
        return open(file, false);
    }

    /// Opens a prompt file, a request body as JSON, or a prompt in the form of another program.
    ///
    /// @param isOutsideAllowed whether the user has said that files outside the prompt's folder may be used
    /// @throws FileProblem where the file, or one beside it, cannot be read; nothing is opened then
    /// @throws OutsideFolder where the prompt names files outside its folder, and they may not be used
    public PromptDocument open(Path file, boolean isOutsideAllowed) {
        TextFile text = read(file);
        String name = file.getFileName().toString();
        Consumer<List<String>> check = isOutsideAllowed ? _ -> {
        } : names -> requireInside(file, names);
        try {
            Recognized found = Recognizer.recognize(name, text.withoutMark(), beside -> {
                Path path = resolved(file, beside);
                check.accept(List.of(beside));
                return read(path).withoutMark();
            });
            return found instanceof Recognized.PromptText
                    ? PromptReader.read(Optional.of(file), name, text, check,
                            beside -> new PromptReader.Beside(file.resolveSibling(beside),
                                    read(file.resolveSibling(beside))))
                            .withNotes(found.notes())
                    : withoutFile(name, text.withoutMark(), found).withOrigin(file, text.bytes());
        } catch (InputException e) {
            throw new FileProblem(file, e);
        }
    }

    private static Path resolved(Path file, String beside) {
        try {
            return file.resolveSibling(beside);
        } catch (InvalidPathException e) {
            throw new InputException("The file names another that cannot be: " + e.getMessage(), 1, 1);
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

    /// The JSON of a request body as it is in the file; empty for any other file.
    ///
    /// @throws FileProblem where the file cannot be read
    public Optional<String> readBody(Path file) {
        String text = read(file).withoutMark();
        try {
            Recognized found = Recognizer.recognize(file.getFileName().toString(), text, _ -> "");
            return found instanceof Recognized.Body ? Optional.of(text) : Optional.empty();
        } catch (InputException _) {
            return Optional.empty();
        }
    }

    /// A pasted text as a document that has no file yet: a request body, a command of curl, or any other form that a
    /// file can have.
    ///
    /// @throws InputException with line and column where the text is nothing that can be opened
    public PromptDocument importText(String name, String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Recognized found = Recognizer.recognize(name, plain, SideFiles.none());
        if (found instanceof Recognized.PromptText) {
            PromptFile source = PromptFile.read(plain);
            return PromptDocument.untitled(named(name), source, source.messages(), Values.none())
                    .withNotes(found.notes());
        }
        return withoutFile(name, plain, found);
    }

    private static PromptDocument withoutFile(String name, String text, Recognized found) {
        return (switch (found) {
            case Recognized.Foreign foreign -> PromptDocument.untitled(named(name), foreign.prompt(), foreign.rows());
            case Recognized.Body _ -> PromptDocument.untitled(named(name), RequestBodyReader.read(text), "");
            case Recognized.PromptText _ -> throw new IllegalArgumentException("a prompt file has its own reader");
        }).withNotes(found.notes());
    }

    private static String named(String name) {
        String stem = ENDINGS.matcher(name).replaceFirst("");
        return stem.endsWith(".prompt") ? stem : stem + ".prompt";
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

    /// Which files that saving writes were changed on disk since they were read or written last.
    public List<Path> changedOnDisk(PromptDocument document) {
        Optional<Path> values = document.valuesFile();
        return newerOnDisk(document).stream().filter(file -> !values.equals(Optional.of(file))).toList();
    }

    /// Which files of the document were changed on disk since they were read or written last, the data set too.
    public List<Path> newerOnDisk(PromptDocument document) {
        // Without a path of its own, what goes beside it is known by its name and stands nowhere yet.
        return document.read().entrySet().stream()
                .filter(entry -> document.path().isPresent() || document.origin().equals(Optional.of(entry.getKey())))
                .filter(entry -> !new TextFile(entry.getValue(), "").isCurrent(entry.getKey())).map(Map.Entry::getKey)
                .toList();
    }

    /// The document with the bytes that these files hold now: what others wrote is known, and may be written over.
    ///
    /// @throws FileProblem where one cannot be read
    public PromptDocument keepingOver(PromptDocument document, List<Path> files) {
        PromptDocument kept = document;
        for (Path file : files) {
            kept = kept.withBytes(file, read(file).bytes());
        }
        return kept;
    }

    /// How the files differ from what the window holds of them.
    ///
    /// @throws FileProblem where one cannot be read
    public List<FileDifference> compare(PromptDocument document, Prompt prompt, List<Path> files) {
        Map<Path, byte[]> mine = document.path().map(file -> written(document, prompt, file).files()).orElse(Map.of());
        return files.stream().map(file -> FileDifference.of(file, new String(
                mine.getOrDefault(file, document.read().get(file)), StandardCharsets.UTF_8), read(file).text()))
                .toList();
    }

    /// Writes a text that somebody else reads, such as a request body.
    ///
    /// @throws FileProblem where it cannot be written
    public void export(Path file, String text) {
        put(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// The document as it is once its request body was written to the file that it was made from.
    public PromptDocument exported(PromptDocument document, Prompt prompt, Path file, String text) {
        return new PromptDocument(Optional.empty(), document.name(), document.source(), prompt, document.values(),
                document.read()).withOrigin(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes `prompt` to `file` and the tools and schema beside it; bytes that do not change are not written.
    ///
    /// @return the document as it is on disk now
    /// @throws FileProblem where a file cannot be written; each file then holds its old bytes or its new ones
    public PromptDocument save(PromptDocument document, Prompt prompt, Path file) {
        Written written = written(document, prompt, file);
        Map<Path, byte[]> files = written.files();
        copyBeside(document, file, files);
        files.forEach((path, bytes) -> write(document, path, bytes));
        keepBeside(document, files);
        return new PromptDocument(Optional.of(file), file.getFileName().toString(),
                PromptFile.read(written.text(), document.source().partials()), prompt,
                document.values(), files);
    }

    /// What saving writes.
    ///
    /// @param files by their places, the prompt itself among them
    private record Written(String text, Map<Path, byte[]> files) {
    }

    private static Written written(PromptDocument document, Prompt prompt, Path file) {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        PromptFile source = document.source();
        for (Role role : List.of(Role.TOOLS, Role.SCHEMA)) {
            source = withSidecar(source, prompt, file, role, document.read()::containsKey, files);
        }
        String text = source.write(prompt);
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
        return new Written(text, files);
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
        put(path, bytes);
    }

    private static void put(Path path, byte[] bytes) {
        try {
            AtomicFile.write(path, bytes);
        } catch (IOException e) {
            throw new FileProblem(path, new InputException("The file cannot be written: " + DiskWords.of(e), 0, 0));
        }
    }

    private TextFile read(Path file) {
        try {
            return TextFile.read(file, files);
        } catch (InputException e) {
            throw new FileProblem(file, e);
        }
    }
}
