package dev.cachewright.store;

import dev.cachewright.format.record.SessionLines;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.session.Call;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keeps each session as a file of JSON Lines, one call a line, named after the session.
public final class JsonlSessionStore implements SessionStore {

    private static final String SUFFIX = ".jsonl";
    private static final Set<StandardOpenOption> APPENDING = Set.of(StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);

    private final Path folder;

    /// @param folder is made when the first call is kept
    public JsonlSessionStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized void append(Session session, Call call) throws IOException {
        try {
            write(session, call);
        } catch (IOException e) {
            throw new IOException(DiskWords.of(e), e);
        }
    }

    private void write(Session session, Call call) throws IOException {
        PrivateFiles.createFolders(folder);
        Path path = folder.resolve(session.id() + SUFFIX);
        String start = isCutOff(path) ? "\n" : "";
        appendTo(path, start + SessionLines.write(call) + "\n");
    }

    private static void appendTo(Path path, String lines) throws IOException {
        try (FileChannel file = FileChannel.open(path, APPENDING, PrivateFiles.file())) {
            ByteBuffer buffer = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
            file.force(false);
        }
    }

    /// The youngest session that can be read as a file. Where lines of it cannot, the file as it was is kept under
    /// another name, and the others stay.
    @Override
    public synchronized Optional<Restored> last() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> youngest = files.filter(file -> file.toString().endsWith(SUFFIX)).filter(Files::isRegularFile)
                    .sorted(Comparator.comparing((Path file) -> file.getFileName().toString()).reversed()).toList();
            return youngest.stream().flatMap(file -> read(file).stream()).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a crash has left a last line without its end, to which nothing may be added.
    private static boolean isCutOff(Path path) throws IOException {
        if (!Files.exists(path) || Files.size(path) == 0) {
            return false;
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            file.read(last, file.size() - 1);
            return last.get(0) != '\n';
        }
    }

    /// The calls that can be read; a last line that was cut off by a crash is passed over.
    private static Optional<Restored> read(Path file) {
        try {
            // Lenient, for a line may have been cut off within a character.
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
            List<Call> calls = new ArrayList<>();
            List<String> readable = new ArrayList<>();
            for (String line : lines) {
                parse(line).ifPresent(call -> {
                    calls.add(call);
                    readable.add(line);
                });
            }
            boolean isCutOff = !text.isEmpty() && !text.endsWith("\n") && (readable.isEmpty()
                    || !readable.getLast().equals(lines.getLast()));
            int damaged = lines.size() - readable.size() - (isCutOff ? 1 : 0);
            String name = file.getFileName().toString();
            return Optional.of(new Restored(new Session(name.substring(0, name.length() - SUFFIX.length()), calls),
                    damaged == 0 ? Optional.empty() : Optional.of(new Damage(damaged, setAside(file, readable)))));
        } catch (IOException e) {
            System.getLogger(JsonlSessionStore.class.getName()).log(System.Logger.Level.WARNING,
                    "A session could not be read", e);
            return Optional.empty();
        }
    }

    /// Keeps the file as it is under another name, and leaves the lines that can be read in its place.
    private static Optional<Path> setAside(Path file, List<String> readable) {
        try {
            Path aside = FreeName.first(number -> file.resolveSibling(file.getFileName() + ".damaged-" + number));
            // Another window may add a call at any moment: what it adds stays in one of the two.
            Files.move(file, aside);
            appendTo(file, readable.stream().map(line -> line + "\n").collect(Collectors.joining()));
            return Optional.of(aside);
        } catch (IOException e) {
            System.getLogger(JsonlSessionStore.class.getName()).log(System.Logger.Level.WARNING,
                    "A damaged session could not be set aside", e);
            return Optional.empty();
        }
    }

    private static Optional<Call> parse(String line) {
        try {
            return Optional.of(SessionLines.read(line));
        } catch (InputException | DateTimeException | IllegalArgumentException | ArithmeticException _) {
            return Optional.empty();
        }
    }
}
