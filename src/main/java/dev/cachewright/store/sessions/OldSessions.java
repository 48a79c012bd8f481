package dev.cachewright.store.sessions;

import dev.cachewright.format.record.SessionLines;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.session.PromptSource;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionStore;
import dev.cachewright.store.FreeName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The sessions of versions that kept each as a file of JSON Lines: taken over once, each whole or not at all.
final class OldSessions {

    private static final String SUFFIX = ".jsonl";

    private final Database database;
    private int unreadable;

    private OldSessions(Database database) {
        this.database = database;
    }

    /// The files in this folder, the oldest first.
    static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).filter(Files::isRegularFile).sorted()
                    .toList();
        }
    }

    /// Takes all of them over. A file is removed when all of it is kept, and set aside where a line cannot be read.
    ///
    /// @return what of the youngest could not be read
    static Optional<SessionStore.Damage> takeOver(Path folder, Database database) throws IOException, SQLException {
        Optional<SessionStore.Damage> damage = Optional.empty();
        for (Path file : in(folder)) {
            var old = new OldSessions(database);
            database.inTransaction(() -> {
                try {
                    old.copy(file);
                } catch (IOException e) {
                    throw new SQLException("A session of an earlier version cannot be read: " + file, e);
                }
                return true;
            });
            damage = old.unreadable == 0 ? Optional.empty()
                    : Optional.of(new SessionStore.Damage(old.unreadable, Optional.of(setAside(file))));
            Files.deleteIfExists(file);
        }
        return damage;
    }

    private static Path setAside(Path file) throws IOException {
        return Files.move(file,
                FreeName.first(number -> file.resolveSibling(file.getFileName() + ".damaged-" + number)));
    }

    /// Lenient, for a line may have been cut off within a character.
    private void copy(Path file) throws IOException, SQLException {
        String name = file.getFileName().toString();
        String id = name.substring(0, name.length() - SUFFIX.length());
        var sessions = new SessionTable(database.connection());
        if (sessions.find(id).isPresent()) {
            // A kill came between keeping it and removing its file.
            return;
        }
        var calls = new CallTable(database.connection());
        boolean isLastBad = false;
        try (var lines = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<SessionLines.Line> read = parse(line);
                isLastBad = read.isEmpty() && !line.isBlank();
                unreadable += isLastBad ? 1 : 0;
                if (read.isPresent() && read.get().call().number() > number) {
                    number = read.get().call().number();
                    var prompt = new PromptSource(read.get().call().target().prompt().name(), "");
                    Session session = Session.started(id).of(prompt);
                    sessions.add(session, read.get().call());
                    calls.add(id, read.get().call(), read.get().exchange());
                }
            }
        }
        // A crash may have cut the last line off.
        unreadable -= isLastBad && !endsWithLineBreak(file) ? 1 : 0;
    }

    private static boolean endsWithLineBreak(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            channel.position(channel.size() - 1);
            var last = ByteBuffer.allocate(1);
            channel.read(last);
            return last.get(0) == '\n';
        }
    }

    private static Optional<SessionLines.Line> parse(String line) {
        try {
            return line.isBlank() ? Optional.empty() : Optional.of(SessionLines.read(line));
        } catch (InputException | DateTimeException | IllegalArgumentException | ArithmeticException _) {
            return Optional.empty();
        }
    }
}
