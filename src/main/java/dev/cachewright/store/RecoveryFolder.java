package dev.cachewright.store;

import dev.cachewright.format.file.PromptFile;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.text.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/// Copies of unsaved work, for the start after a crash: a folder for each process, which its normal end takes away.
public final class RecoveryFolder {

    private static final String COPY = "unsaved.prompt";
    private static final String ORIGIN = "origin.txt";

    private final Path all;
    private final Path mine;
    private final LongPredicate isAlive;
    private final PromptDocuments documents = new PromptDocuments();
    private boolean closed;

    /// @param process the number of this process
    /// @param isAlive whether a process runs, by its number
    public RecoveryFolder(Path all, long process, LongPredicate isAlive) {
        this.all = all;
        this.mine = all.resolve(Long.toString(process));
        this.isAlive = isAlive;
    }

    /// Unsaved work that was found.
    ///
    /// @param base the document as it was saved last; empty of blocks where it never was, or its file is gone
    /// @param prompt with the changes that were not saved
    public record Recovered(PromptDocument base, Prompt prompt) {
    }

    /// Keeps a copy of `prompt` with its tools, schema and values, replacing the previous one.
    ///
    /// @throws FileProblem where it cannot be written
    public synchronized void keep(PromptDocument document, Prompt prompt) {
        if (closed) {
            return;
        }
        // Sidecars go beside the copy under names of our own: those of the front matter may lead out of the folder.
        PromptFile source = document.source().with(PromptFile.TOOLS, "").with(PromptFile.SCHEMA, "")
                .with(PromptFile.VALUES, valuesBeside(document));
        var copy = new PromptDocument(Optional.empty(), document.name(), source, prompt, document.values(),
                document.read());
        String origin = document.path().map(path -> path.toAbsolutePath().toString()).orElse("");
        try {
            AtomicFile.write(mine.resolve(ORIGIN), (origin + "\n" + document.name()).getBytes(StandardCharsets.UTF_8));
            documents.save(copy, prompt, mine.resolve(COPY));
        } catch (IOException e) {
            throw new FileProblem(mine, new InputException("The copy cannot be written: " + DiskWords.of(e), 0, 0));
        } catch (InputException _) {
            // A text that is half typed cannot be read back yet; its copy is written all the same.
        }
    }

    /// Takes over what a process that is gone has left.
    ///
    /// @throws FileProblem naming the copy where it cannot be read as a prompt; it stays, and is not found again
    public synchronized Optional<Recovered> take() {
        Optional<Path> left = abandoned().max(Comparator.comparing(folder -> folder.resolve(COPY).toFile()
                .lastModified()));
        if (left.isEmpty()) {
            return Optional.empty();
        }
        try {
            Recovered found = read(left.get());
            delete(mine);
            Files.move(left.get(), mine);
            return Optional.of(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FileProblem problem) {
            Path kept = setAside(left.get());
            throw new FileProblem(kept.resolve(COPY),
                    new InputException(problem.getMessage(), problem.line(), problem.column()));
        }
    }

    /// Removes the copy: nothing is unsaved now.
    public synchronized void clear() {
        delete(mine);
    }

    /// Removes the copy, and keeps no other.
    public synchronized void close() {
        closed = true;
        clear();
    }

    private Recovered read(Path folder) throws IOException {
        List<String> origin = Files.readAllLines(folder.resolve(ORIGIN));
        PromptDocument copy = documents.open(folder.resolve(COPY));
        Optional<Path> file = Optional.of(origin.getFirst()).filter(path -> !path.isEmpty()).map(Path::of)
                .filter(Files::isRegularFile);
        PromptDocument base = file.isPresent()
                ? documents.open(file.get())
                : new PromptDocument(Optional.empty(), origin.getLast(), copy.source(),
                        copy.opened().withBlocks(List.of()), copy.values(), copy.read());
        return new Recovered(base, copy.opened());
    }

    private Stream<Path> abandoned() {
        try (Stream<Path> folders = Files.isDirectory(all) ? Files.list(all) : Stream.empty()) {
            return folders.filter(folder -> folder.getFileName().toString().matches("\\d{1,18}"))
                    .filter(folder -> !isAlive.test(Long.parseLong(folder.getFileName().toString())))
                    .filter(folder -> Files.exists(folder.resolve(COPY)) && Files.exists(folder.resolve(ORIGIN)))
                    .toList().stream();
        } catch (IOException _) {
            return Stream.empty();
        }
    }

    /// The name of the data set beside the copy, or its path when its bytes are not known.
    private static String valuesBeside(PromptDocument document) {
        String name = document.source().sidecar(PromptFile.VALUES);
        if (name.isEmpty()) {
            return "";
        }
        boolean isKnown = document.read().keySet().stream().anyMatch(path -> path.endsWith(name));
        return isKnown
                ? Path.of(name).getFileName().toString()
                : document.path().map(path -> path.toAbsolutePath().resolveSibling(name).toString()).orElse(name);
    }

    private static Path setAside(Path folder) {
        Path kept = folder.resolveSibling("kept-" + folder.getFileName());
        try {
            delete(kept);
            return Files.move(folder, kept);
        } catch (IOException _) {
            return folder;
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
