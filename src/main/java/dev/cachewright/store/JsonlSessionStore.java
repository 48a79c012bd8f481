package dev.cachewright.store;

import dev.cachewright.format.SessionLines;
import dev.cachewright.prompt.PromptException;
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
import java.util.stream.Stream;

/// Keeps each session as a file of JSON Lines, one call a line, named after the session.
public final class JsonlSessionStore implements SessionStore {

    private static final String SUFFIX = ".jsonl";

    private final Path folder;

    /// @param folder is made when the first call is kept
    public JsonlSessionStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized void append(Session session, Call call) {
        try {
            Files.createDirectories(folder);
            byte[] line = (SessionLines.write(call) + "\n").getBytes(StandardCharsets.UTF_8);
            try (FileChannel file = FileChannel.open(folder.resolve(session.id() + SUFFIX), StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND)) {
                ByteBuffer buffer = ByteBuffer.wrap(line);
                while (buffer.hasRemaining()) {
                    file.write(buffer);
                }
                file.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    /// The calls that can be read; a line that was cut off by a crash is passed over.
    private static Session read(Path file) {
        String name = file.getFileName().toString();
        List<Call> calls = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.filter(line -> !line.isBlank()).forEach(line -> parse(line).ifPresent(calls::add));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Session(name.substring(0, name.length() - SUFFIX.length()), calls);
    }

    private static Optional<Call> parse(String line) {
        try {
            return Optional.of(SessionLines.read(line));
        } catch (PromptException | DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
