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
        byte[] line = (start + SessionLines.write(call) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel file = FileChannel.open(path, APPENDING, PrivateFiles.file())) {
            ByteBuffer buffer = ByteBuffer.wrap(line);
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
            file.force(false);
        }
    }

    @Override
    public Optional<Session> last() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .max(Comparator.comparing(file -> file.getFileName().toString())).map(JsonlSessionStore::read);
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

    /// The calls that can be read; a line that was cut off by a crash is passed over.
    private static Session read(Path file) {
        String name = file.getFileName().toString();
        List<Call> calls = new ArrayList<>();
        try {
            // Lenient, for a line may have been cut off within a character.
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            text.lines().filter(line -> !line.isBlank()).forEach(line -> parse(line).ifPresent(calls::add));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Session(name.substring(0, name.length() - SUFFIX.length()), calls);
    }

    private static Optional<Call> parse(String line) {
        try {
            return Optional.of(SessionLines.read(line));
        } catch (InputException | DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
