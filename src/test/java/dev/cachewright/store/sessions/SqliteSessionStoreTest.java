package dev.cachewright.store.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cachewright.session.Call;
import dev.cachewright.session.Exchange;
import dev.cachewright.session.PromptSource;
import dev.cachewright.session.SentBlock;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionStore;
import dev.cachewright.session.SessionSummary;
import dev.cachewright.ui.SampleCalls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSessionStoreTest {

    private static final PromptSource PROMPT = new PromptSource("a.prompt", "/home/a.prompt");

    @TempDir
    private Path folder;

    private Path sessions;
    private SqliteSessionStore store;

    @BeforeEach
    void openStore() {
        sessions = folder.resolve("data/sessions");
        store = new SqliteSessionStore(sessions);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aNewUserHasNoSessionAndNoFile() throws IOException {
        assertThat(store.last()).isEmpty();
        assertThat(store.list()).isEmpty();
        assertThat(store.exchange("s", 1)).isEmpty();
        assertThat(sessions).doesNotExist();
    }

    @Test
    void aSessionIsThereAgainAfterTheNextStart() throws IOException {
        Session session = keep(new Session("s", "", PROMPT, List.of()), SampleCalls.twelve().calls());

        assertThat(reopened().last()).contains(new SessionStore.Restored(session, Optional.empty()));
    }

    @Test
    void whatWentOutAndCameBackIsKeptToTheCharacter() throws IOException {
        var exchange = new Exchange("{\r\n\t\"input\": \"a  b\\n\u00e9\ud83d\ude00\" }\n", List.of(
                new SentBlock("policy", 3, 14, 6, true, false), new SentBlock("question", 0, 20, 1, false, true)),
                "I am sorry.\n", "[ {\"type\":\"reasoning\"} ]");
        store.append(Session.started("s"), SampleCalls.cold(1), exchange);

        assertThat(reopened().exchange("s", 1)).contains(exchange);
        assertThat(store.exchange("s", 2)).isEmpty();
    }

    @Test
    void theLastSessionIsTheOneThatWasCalledLast() throws IOException {
        keep(Session.started("b"), SampleCalls.warm(1).calls());
        keep(Session.started("a"), SampleCalls.warm(9).calls());
        keep(Session.started("c"), SampleCalls.warm(3).calls());

        assertThat(reopened().list()).extracting(SessionSummary::id).containsExactly("a", "c", "b");
        assertThat(store.last().orElseThrow().session().id()).isEqualTo("a");
    }

    @Test
    void aSummarySaysWhatTheCallsOfItsSessionSay() throws IOException {
        Session session = keep(new Session("s", "", PROMPT, List.of()), SampleCalls.twelve().calls());

        SessionSummary summary = store.list().getFirst();

        assertThat(summary.prompt()).isEqualTo(PROMPT);
        assertThat(summary.totals().calls()).isEqualTo(12);
        assertThat(summary.totals().hitRate()).isEqualTo(session.statistics().hitRate());
        assertThat(summary.totals().misses())
                .isEqualTo((int) session.calls().stream().filter(Call::isUnexpectedMiss).count());
        assertThat(summary.last()).isEqualTo(session.calls().getLast().measurement().timing().at());
        assertThat(summary.models()).isEqualTo("gpt-5.4");
    }

    @Test
    void aLongPromptThatIsSentOftenCostsItsSizeOnce() throws IOException {
        var random = new Random(7);
        String policy = random.ints(400_000, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        store.append(Session.started("s"), SampleCalls.warmCall(1), body(policy, 1));
        store.close();
        long once = size();
        for (int i = 2; i <= 200; i++) {
            store.append(Session.started("s"), SampleCalls.warmCall(i), body(policy, i));
        }
        store.close();

        // Each of them is 400 kB.
        assertThat(size() - once).isLessThan(199 * 12_000L);
        assertThat(store.exchange("s", 137)).contains(body(policy, 137));
    }

    private static Exchange body(String policy, int number) {
        return new Exchange("{\"at\": " + number + ", \"input\": \"" + policy + " Question " + number + "\"}", "Yes.");
    }

    private long size() throws IOException {
        try (Stream<Path> files = Files.list(sessions)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Test
    void aSessionCanBeNamed() throws IOException {
        keep(Session.started("s"), SampleCalls.warm(2).calls());

        store.relabel("s", "before the edit", PROMPT);
        store.append(Session.started("s"), SampleCalls.warmCall(3), SampleCalls.EXCHANGE);

        assertThat(reopened().list()).extracting(SessionSummary::name).containsExactly("before the edit");
        assertThat(store.open("s").session().name()).isEqualTo("before the edit");
    }

    @Test
    void nothingOfADeletedSessionIsLeftInTheFile() throws IOException {
        // Text that cannot be compressed, so that it would be found as it is.
        String secret = new Random(3).ints(4_000, '!', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        store.append(Session.started("gone"), SampleCalls.warmCall(1), new Exchange(secret, "A"));
        keep(Session.started("kept"), SampleCalls.warm(2).calls());
        byte[] packed = Packing
                .pack(secret.substring(0, Pieces.of(secret.getBytes(StandardCharsets.UTF_8)).getFirst().length)
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(found(packed)).isTrue();

        store.delete("gone");

        assertThat(found(packed)).isFalse();
        assertThat(store.list()).extracting(SessionSummary::id).containsExactly("kept");
        assertThat(store.exchange("gone", 1)).isEmpty();
        assertThat(store.exchange("kept", 2)).contains(SampleCalls.EXCHANGE);
    }

    private boolean found(byte[] bytes) throws IOException {
        String wanted = new String(bytes, StandardCharsets.ISO_8859_1).substring(1, 200);
        try (Stream<Path> files = Files.list(sessions)) {
            for (Path file : files.toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(wanted)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void onlyTheUserMayReadSessions() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        keep(Session.started("s"), SampleCalls.warm(2).calls());

        try (Stream<Path> files = Files.list(sessions)) {
            assertThat(files.toList()).isNotEmpty().allSatisfy(file -> assertThat(
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(sessions))).isEqualTo("rwx------");
    }

    @Test
    void aFolderThatCannotBeWrittenToIsSaidByItsName() throws IOException {
        Files.createDirectories(sessions.getParent());
        Files.writeString(sessions, "a file");

        assertThatIOException().isThrownBy(() -> store.append(Session.started("s"), SampleCalls.cold(1),
                SampleCalls.EXCHANGE)).withMessageContaining(sessions.toString());
    }

    @Test
    void aFileOfALaterVersionIsLeftAsItIs() throws Exception {
        keep(Session.started("s"), SampleCalls.warm(2).calls());
        store.close();
        try (Database later = Database.open(sessions.resolve("sessions.db"));
                var statement = later.connection().createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }

        assertThatIOException().isThrownBy(() -> reopened().last()).withMessageContaining("later version");
        assertThatIOException().isThrownBy(
                () -> store.append(Session.started("s"), SampleCalls.warmCall(3), SampleCalls.EXCHANGE))
                .withMessageContaining("later version");
    }

    private SqliteSessionStore reopened() {
        store.close();
        store = new SqliteSessionStore(sessions);
        return store;
    }

    private Session keep(Session session, List<Call> calls) throws IOException {
        Session kept = session;
        for (Call call : calls) {
            store.append(kept, call, SampleCalls.EXCHANGE);
            kept = kept.with(call);
        }
        return kept;
    }
}
