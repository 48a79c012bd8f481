package dev.cachewright.store;

import dev.cachewright.format.file.PromptFile;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.text.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Copies of unsaved work, for the start after a crash: in a folder for each process, which its normal end takes away.
///
/// What was left is kept until there is a newer copy of it, so that a second crash loses nothing either.
public final class RecoveryFolder {

    private static final String COPY = "unsaved.prompt";
    private static final String ORIGIN = "origin.txt";
    private static final String SET_ASIDE = "kept-";

    private final ProcessFolders folders;
    private final PromptDocuments documents = new PromptDocuments();
    /// What was taken over, until there is a newer copy.
    private Optional<Path> taken = Optional.empty();
    private boolean closed;

    public RecoveryFolder(ProcessFolders folders) {
        this.folders = folders;
    }

    /// Unsaved work that was found.
    ///
    /// @param base the document as it was saved last; empty of blocks where it never was, or its file cannot be
    /// opened any more
    /// @param prompt with the changes that were not saved
    public record Recovered(PromptDocument base, Prompt prompt) {
    }

    /// Keeps a copy of `prompt` with its tools, schema and values, replacing the previous one.
    ///
    /// @throws InputException where it cannot be written
    public synchronized void keep(PromptDocument document, Prompt prompt) {
        if (closed) {
            return;
        }
        // Sidecars go beside the copy under names of our own: those of the front matter may lead out of the folder.
        PromptFile source = document.source().with(PromptFile.TOOLS, "").with(PromptFile.SCHEMA, "")
                .with(PromptFile.VALUES, valuesBeside(document));
        PromptDocument copy = document.withoutFile(document.name(), source, prompt);
        String origin = document.path().map(path -> path.toAbsolutePath().toString()).orElse("");
        try {
            Path mine = folders.mine();
            AtomicFile.writePrivate(mine.resolve(ORIGIN),
                    (origin + "\n" + document.name()).getBytes(StandardCharsets.UTF_8));
            try {
                documents.save(copy, prompt, mine.resolve(COPY));
            } catch (InputException _) {
                // A text that is half typed cannot be read back yet; its copy is written all the same.
            }
            closeToOthers(mine);
            deleteTaken();
        } catch (IOException e) {
            throw new InputException("The copy cannot be written: " + DiskWords.of(e), 0, 0);
        }
    }

    /// The name of the newest work that a process that is gone has left; empty where there is none.
    public synchronized Optional<String> left() {
        return abandoned().stream().findFirst().map(folder -> {
            try {
                return Files.readAllLines(folder.resolve(ORIGIN)).getLast();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// Takes over the newest work that a process that is gone has left. It stays on disk until [#keep] has written a
    /// newer copy, or [#clear] says that it is not wanted.
    ///
    /// @throws FileProblem naming the copy where it cannot be read as a prompt; it stays, and is not found again
    public synchronized Optional<Recovered> take() {
        Optional<Path> left = abandoned().stream().filter(folders::take).findFirst();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        try {
            Recovered found = read(left.get());
            taken = left;
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
        try {
            deleteTaken();
            folders.deleteMine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Removes the copy, and keeps no other.
    public synchronized void close() {
        closed = true;
        clear();
    }

    private static void closeToOthers(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                PrivateFiles.close(file);
            }
        }
    }

    private void deleteTaken() throws IOException {
        if (taken.isPresent()) {
            folders.delete(taken.get());
            taken = Optional.empty();
        }
    }

    private Recovered read(Path folder) throws IOException {
        List<String> origin = Files.readAllLines(folder.resolve(ORIGIN));
        PromptDocument copy = documents.open(folder.resolve(COPY), true);
        Optional<Path> file = Optional.of(origin.getFirst()).filter(path -> !path.isEmpty()).map(Path::of)
                .filter(Files::isRegularFile);
        PromptDocument base = file.flatMap(this::saved).orElseGet(
                () -> copy.withoutFile(origin.getLast(), copy.source(), copy.opened().withBlocks(List.of())));
        return new Recovered(base, copy.opened());
    }

    /// The file as it is now; empty where it cannot be opened any more, which is no reason to lose the copy.
    private Optional<PromptDocument> saved(Path file) {
        try {
            return Optional.of(documents.open(file, true));
        } catch (FileProblem _) {
            return Optional.empty();
        }
    }

    private List<Path> abandoned() {
        return folders.abandoned().stream().filter(folder -> !folder.getFileName().toString().startsWith(SET_ASIDE))
                .filter(folder -> Files.exists(folder.resolve(COPY)) && Files.exists(folder.resolve(ORIGIN))).toList();
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

    private Path setAside(Path folder) {
        folders.release(folder);
        try {
            return Files.move(folder, folder.resolveSibling(SET_ASIDE + folder.getFileName()));
        } catch (IOException _) {
            return folder;
        }
    }
}
