package dev.cachewright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cachewright.analysis.CallForecast;
import dev.cachewright.cache.MissReason;
import dev.cachewright.catalog.InputSplit;
import dev.cachewright.prompt.Api;
import dev.cachewright.session.Call;
import dev.cachewright.session.CallResult;
import dev.cachewright.session.CallTarget;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionStore;
import dev.cachewright.session.Timing;
import dev.cachewright.session.Usage;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonlSessionStoreTest {

    @TempDir
    private Path folder;

    private Path sessions;
    private JsonlSessionStore store;

    @BeforeEach
    void openStore() {
        sessions = folder.resolve("data/sessions");
        store = new JsonlSessionStore(sessions);
    }

    @Test
    void aNewUserHasNoLastSession() throws IOException {
        assertThat(store.last()).isEmpty();

        Files.createDirectories(sessions);
        assertThat(store.last()).isEmpty();
    }

    @Test
    void keepsEachCallOnALineOfItsOwn() throws IOException {
        Session session = kept("2026-11-23T09-41", 2);

        assertThat(Files.readAllLines(sessions.resolve("2026-11-23T09-41.jsonl"))).hasSize(2);
        assertThat(store.last().map(SessionStore.Restored::session)).hasValue(session);
    }

    @Test
    void theLastSessionIsTheYoungest() throws IOException {
        kept("2026-11-22T10-00", 1);
        Session youngest = kept("2026-11-23T09-41", 2);
        kept("2026-11-23T08-00", 3);

        assertThat(new JsonlSessionStore(sessions).last().map(SessionStore.Restored::session)).hasValue(youngest);
    }

    @Test
    void aLineThatACrashCutOffIsPassedOver() throws IOException {
        Session session = kept("s", 3);
        cutOff(20);

        assertThat(store.last().map(SessionStore.Restored::session))
                .hasValue(new Session("s", session.calls().subList(0, 2)));
    }

    @Test
    void aLineMayBeCutOffWithinACharacter() throws IOException {
        Session session = kept("s", 2);
        byte[] bytes = Files.readAllBytes(sessions.resolve("s.jsonl"));
        int at = bytes.length - 1;
        while (bytes[at] != (byte) 0xC3) {
            at--;
        }
        cutOff(bytes.length - at - 1);

        assertThat(store.last().map(SessionStore.Restored::session))
                .hasValue(new Session("s", session.calls().subList(0, 1)));
    }

    @Test
    void aCallAfterACrashIsNotLost() throws IOException {
        Session session = kept("s", 2);
        cutOff(20);
        Call next = call(3);

        store.append(session, next);

        assertThat(store.last().orElseThrow().session().calls()).containsExactly(session.calls().getFirst(), next);
    }

    @Test
    void otherFilesAndFoldersAreLeftAlone() throws IOException {
        Session session = kept("a", 1);
        Files.writeString(sessions.resolve("z.txt"), "notes");
        Files.createDirectory(sessions.resolve("z.jsonl"));

        assertThat(store.last()).hasValue(new SessionStore.Restored(session, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "{\"at\": \"yesterday\"}", "DEEP", "[]", "null", "{\"at\": 5}", "\uD800",
            "{\"at\":\"2026-11-23T09:41:00Z\",\"forecast\":{\"reason\":\"of another version\"}}"})
    void aDamagedLineIsSetAsideWithTheWholeFileAndTheOthersStay(String line) throws IOException {
        Session session = kept("a", 2);
        Path file = sessions.resolve("a.jsonl");
        List<String> lines = Files.readAllLines(file);
        String damaged = line.replace("DEEP", "{\"request\":" + "[".repeat(2_000));
        String before = lines.getFirst() + "\n" + damaged + "\n" + lines.getLast() + "\n";
        Files.writeString(file, before.replace('\uD800', '?'));

        SessionStore.Restored restored = store.last().orElseThrow();

        assertThat(restored.session()).isEqualTo(session);
        assertThat(restored.damage().orElseThrow().calls()).isEqualTo(1);
        assertThat(restored.damage().flatMap(SessionStore.Damage::original).orElseThrow())
                .hasContent(before.replace('\uD800', '?'));
        assertThat(store.last()).hasValue(new SessionStore.Restored(session, Optional.empty()));
    }

    @Test
    void nobodyElseMayReadASession() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no such permissions");
        kept("a", 1);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(sessions.resolve("a.jsonl"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(sessions))).isEqualTo("rwx------");
    }

    private Session kept(String id, int calls) throws IOException {
        Session session = Session.started(id);
        for (int i = 1; i <= calls; i++) {
            Call call = call(i);
            store.append(session, call);
            session = session.with(call);
        }
        return session;
    }

    private void cutOff(int bytes) throws IOException {
        Path file = sessions.resolve("s.jsonl");
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, all.length - bytes));
    }

    private static Call call(int number) {
        var timing = new Timing(Instant.parse("2026-11-23T09:41:00Z").plusSeconds(number), Optional.empty(),
                Duration.ofMillis(5));
        return new Call(number, new CallTarget("Simulator", "gpt-4o", Api.CHAT), "{\"n\": " + number + "}",
                new CallForecast(InputSplit.uncached(9), Optional.empty(), 0, MissReason.NONE, ""),
                new Call.Measurement(new CallResult.Cancelled("é".repeat(number)), Usage.unknown(), timing),
                new Call.Bill(Optional.empty(), Optional.empty()));
    }
}
