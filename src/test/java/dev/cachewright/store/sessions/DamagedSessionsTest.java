package dev.cachewright.store.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.session.Call;
import dev.cachewright.session.Exchange;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionStore;
import dev.cachewright.ui.SampleCalls;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedSessionsTest {

    private static final int CALLS = 400;
    private static final int PAGE = 4_096;

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void keepASession() throws IOException {
        file = folder.resolve("sessions.db");
        var random = new Random(5);
        try (var store = new SqliteSessionStore(folder)) {
            for (int i = 1; i <= CALLS; i++) {
                String noise = random.ints(600, 'a', 'z' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
                store.append(Session.started("s"), SampleCalls.warmCall(i),
                        new Exchange("{\"call\": " + i + ", \"noise\": \"" + noise + "\"}", "Answer " + i));
            }
        }
    }

    /// What happens to files.
    enum Damage {
        NOTHING_BUT_ZEROS, NO_DATABASE, FIRST_PAGE_GONE, HEADER_GONE, SECOND_HALF_GONE, LAST_PAGE_CUT, EMPTY
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedFileIsToldSetAsideAndReadAsFarAsItCanBe(Damage damage) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        byte[] broken = damaged(damage, whole.clone());
        Files.write(file, broken);

        try (var store = new SqliteSessionStore(folder)) {
            SessionStore.Restored last = store.last().orElseThrow();

            SessionStore.Damage told = last.damage().orElseThrow();
            // What can be read is read before the damage is met, and SQLite notes that in the file.
            assertThat(Files.size(told.original().orElseThrow())).isGreaterThanOrEqualTo(broken.length);
            int least = switch (damage) {
                case NOTHING_BUT_ZEROS, NO_DATABASE, EMPTY -> 0;
                case FIRST_PAGE_GONE, HEADER_GONE -> CALLS;
                case SECOND_HALF_GONE -> CALLS / 4;
                case LAST_PAGE_CUT -> CALLS - 30;
            };
            assertThat(last.session().calls()).hasSizeGreaterThanOrEqualTo(least);
            if (!last.session().calls().isEmpty()) {
                assertThat(last.session().calls().size() + told.calls()).isEqualTo(CALLS);
            }
            goesOn(store, last.session());
        }
    }

    private static byte[] damaged(Damage damage, byte[] bytes) {
        return switch (damage) {
            case NOTHING_BUT_ZEROS -> new byte[bytes.length];
            case NO_DATABASE -> "This is a text.\n".repeat(1_000).getBytes();
            case FIRST_PAGE_GONE -> {
                Arrays.fill(bytes, 0, PAGE, (byte) 7);
                yield bytes;
            }
            case HEADER_GONE -> {
                Arrays.fill(bytes, 0, 100, (byte) 0);
                yield bytes;
            }
            case SECOND_HALF_GONE -> Arrays.copyOf(bytes, bytes.length / 2);
            case LAST_PAGE_CUT -> Arrays.copyOf(bytes, bytes.length - 100);
            case EMPTY -> "x".getBytes();
        };
    }

    /// A call after the others is kept and found again.
    private void goesOn(SqliteSessionStore store, Session session) throws IOException {
        Session next = session.id().isEmpty() ? Session.started("new") : session;
        int number = CALLS + 1;
        store.append(next, SampleCalls.warmCall(number), SampleCalls.EXCHANGE);
        store.close();
        try (var again = new SqliteSessionStore(folder)) {
            assertThat(again.last().orElseThrow().damage()).isEmpty();
            assertThat(again.exchange(next.id(), number)).contains(SampleCalls.EXCHANGE);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void pagesThatAreOverwrittenLoseNoMoreThanWhatStoodThere(long seed) throws IOException {
        var random = new Random(seed);
        try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
            int pages = (int) (raw.length() / PAGE);
            for (int i = 0; i < 3; i++) {
                raw.seek((2L + random.nextInt(pages - 2)) * PAGE);
                byte[] noise = new byte[PAGE];
                random.nextBytes(noise);
                raw.write(noise);
            }
        }

        try (var store = new SqliteSessionStore(folder)) {
            SessionStore.Restored last = store.last().orElseThrow();

            int readable = 0;
            for (Call call : last.session().calls()) {
                readable += isReadable(store, last.session().id(), call.number()) ? 1 : 0;
            }
            // A page of the tree above others takes more with it than its own: then it is told.
            int told = last.damage().map(SessionStore.Damage::calls).orElse(0);
            assertThat(last.session().calls().size() + told).isEqualTo(CALLS);
            assertThat(told > 0 || readable > CALLS / 2).isTrue();
        }
    }

    private static boolean isReadable(SqliteSessionStore store, String session, int number) {
        try {
            return store.exchange(session, number).orElseThrow().body().startsWith("{\"call\": " + number + ",");
        } catch (IOException e) {
            // It is told, and never taken for another.
            assertThat(e).hasMessageContaining("damaged");
            return false;
        }
    }

    /// As a process that was killed leaves it: all calls in the log, of which a part is overwritten.
    @Test
    void aLogThatIsDamagedInItsMiddleLosesNoMoreThanWhatStoodThere() throws IOException {
        Path killed = Files.createDirectory(folder.resolve("killed"));
        try (var store = new SqliteSessionStore(folder.resolve("live"))) {
            for (int i = 1; i <= 60; i++) {
                store.append(Session.started("s"), SampleCalls.warmCall(i), SampleCalls.EXCHANGE);
            }
            for (String name : List.of("sessions.db", "sessions.db-wal")) {
                Files.copy(folder.resolve("live").resolve(name), killed.resolve(name));
            }
        }
        Path log = killed.resolve("sessions.db-wal");
        assertThat(WriteAheadLog.isDamaged(log)).isFalse();
        try (var raw = new RandomAccessFile(log.toFile(), "rw")) {
            raw.seek(raw.length() / 2);
            raw.write(new byte[3_000]);
        }
        assertThat(WriteAheadLog.isDamaged(log)).isTrue();

        try (var store = new SqliteSessionStore(killed)) {
            SessionStore.Restored last = store.last().orElseThrow();

            assertThat(last.damage()).isPresent();
            assertThat(last.session().calls()).hasSizeGreaterThan(50);
            assertThat(last.session().calls()).extracting(Call::number).contains(1, 60);
        }
    }

    /// The end of a log that a kill cut off is no damage.
    @Test
    void aLogThatAKillCutOffIsNotDamaged() throws IOException {
        try (var store = new SqliteSessionStore(folder.resolve("live"))) {
            store.append(Session.started("s"), SampleCalls.warmCall(1), SampleCalls.EXCHANGE);
            store.append(Session.started("s"), SampleCalls.warmCall(2), SampleCalls.EXCHANGE);
            byte[] whole = Files.readAllBytes(folder.resolve("live/sessions.db-wal"));
            Path log = folder.resolve("cut-wal");
            for (int length = 0; length <= whole.length; length += 1_111) {
                Files.write(log, Arrays.copyOf(whole, length));
                assertThat(WriteAheadLog.isDamaged(log)).as("cut at %d", length).isFalse();
            }
        }
    }

    @Test
    void anOpenFileThatIsDamagedMeanwhileIsTold() throws IOException {
        try (var store = new SqliteSessionStore(folder)) {
            assertThat(store.last().orElseThrow().damage()).isEmpty();
            Files.deleteIfExists(file);

            store.append(Session.started("s"), SampleCalls.warmCall(CALLS + 1), SampleCalls.EXCHANGE);

            assertThat(store.exchange("s", CALLS + 1)).contains(SampleCalls.EXCHANGE);
        }
    }
}
