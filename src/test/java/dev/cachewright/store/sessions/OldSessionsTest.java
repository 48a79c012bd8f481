package dev.cachewright.store.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.format.record.SessionLines;
import dev.cachewright.session.Exchange;
import dev.cachewright.session.PromptSource;
import dev.cachewright.session.SentBlock;
import dev.cachewright.session.Session;
import dev.cachewright.session.SessionStore;
import dev.cachewright.session.SessionSummary;
import dev.cachewright.ui.SampleCalls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sessions as the first released versions kept them: JSON Lines.
class OldSessionsTest {

    private static final Exchange EXCHANGE = new Exchange("{\"model\": \"gpt-5.4\",\n \"input\": \"Hi\"}",
            List.of(new SentBlock("question", 0, 31, 2, true, false)), "Hello.", "[]");

    @TempDir
    private Path folder;

    @Test
    void eachSessionIsTakenOverWithItsBodies() throws IOException {
        write("2026-11-22T10-00-00-000", SampleCalls.warm(2));
        write("2026-11-23T09-41-00-000", SampleCalls.twelve());

        try (var store = new SqliteSessionStore(folder)) {
            SessionStore.Restored last = store.last().orElseThrow();
            assertThat(last.damage()).isEmpty();
            assertThat(last.session().calls()).isEqualTo(SampleCalls.twelve().calls());
            assertThat(store.exchange(last.session().id(), 8)).contains(SampleCalls.EXCHANGE);
            assertThat(store.list()).extracting(SessionSummary::id)
                    .containsExactly("2026-11-23T09-41-00-000", "2026-11-22T10-00-00-000");
        }
        assertThat(files()).noneMatch(name -> name.contains(".jsonl"));
    }

    /// Written by the version before, with a cache write for an hour and a failure in words.
    @Test
    void aFileOfTheVersionBeforeIsReadToTheLetter() throws IOException {
        Path file = folder.resolve("2026-11-20T08-00-00-000.jsonl");
        Files.copy(Path.of("src/test/resources/recorded/session-before.jsonl"), file);

        try (var store = new SqliteSessionStore(folder)) {
            Session session = store.last().orElseThrow().session();

            assertThat(session.prompt().name()).isEqualTo("support.prompt");
            assertThat(session.calls()).hasSize(3);
            assertThat(session.calls().getFirst().measurement().usage().longWritten()).hasValue(1_800);
            assertThat(session.calls().getFirst().forecast().split().longWritten()).isEqualTo(1_800);
            assertThat(store.exchange(session.id(), 1).orElseThrow().body()).isEqualTo("""
                    {
                      "model": "claude-opus-5",
                      "max_tokens": 64,
                      "messages": [{"role": "user", "content": "Hi"}]
                    }""");
            assertThat(store.exchange(session.id(), 1).orElseThrow().answer()).isEqualTo("Hello.");
            assertThat(session.calls().getLast().verdict().words()).isEqualTo("failed");
        }
    }

    /// A database as the first version with one wrote it.
    @Test
    void aDatabaseOfTheFirstVersionIsRead() throws IOException {
        Files.copy(Path.of("src/test/resources/recorded/sessions-1.db"), folder.resolve("sessions.db"));

        try (var store = new SqliteSessionStore(folder)) {
            Session session = store.last().orElseThrow().session();

            assertThat(session.name()).isEqualTo("before the edit");
            assertThat(session.prompt())
                    .isEqualTo(new PromptSource("support-agent.prompt", "/work/support-agent.prompt"));
            assertThat(session.calls()).isEqualTo(SampleCalls.twelve().calls());
            assertThat(store.exchange(session.id(), 8)).contains(EXCHANGE);
            store.append(session, SampleCalls.warmCall(13), EXCHANGE);
            assertThat(store.list().getFirst().totals().calls()).isEqualTo(13);
        }
    }

    @Test
    void whatCannotBeReadIsToldAndSetAside() throws IOException {
        String good = lines(SampleCalls.warm(3));
        Path file = Files.writeString(folder.resolve("s.jsonl"), good + "{\"number\": 4, nonsense\n" + lines(
                SampleCalls.warm(5)).lines().skip(4).collect(Collectors.joining("\n", "", "\n")));

        try (var store = new SqliteSessionStore(folder)) {
            SessionStore.Restored last = store.last().orElseThrow();

            assertThat(last.session().calls()).extracting(call -> call.number()).containsExactly(1, 2, 3, 5);
            assertThat(last.damage().orElseThrow().calls()).isEqualTo(1);
            assertThat(last.damage().orElseThrow().original().orElseThrow()).content().contains("nonsense");
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void aLastLineThatACrashCutOffIsPassedOver() throws IOException {
        String all = lines(SampleCalls.warm(3));
        Files.writeString(folder.resolve("s.jsonl"), all.substring(0, all.length() - 30), StandardCharsets.UTF_8);

        try (var store = new SqliteSessionStore(folder)) {
            SessionStore.Restored last = store.last().orElseThrow();

            assertThat(last.session().calls()).hasSize(2);
            assertThat(last.damage()).isEmpty();
        }
    }

    @Test
    void aSessionThatWasTakenOverBeforeAKillIsNotTakenTwice() throws IOException {
        write("s", SampleCalls.warm(3));
        try (var store = new SqliteSessionStore(folder)) {
            store.last();
        }
        write("s", SampleCalls.warm(3));

        try (var store = new SqliteSessionStore(folder)) {
            assertThat(store.last().orElseThrow().session().calls()).hasSize(3);
        }
        assertThat(files()).noneMatch(name -> name.contains(".jsonl"));
    }

    private void write(String id, Session session) throws IOException {
        Files.writeString(folder.resolve(id + ".jsonl"), lines(session));
    }

    private static String lines(Session session) {
        return session.calls().stream().map(call -> SessionLines.write(call, SampleCalls.EXCHANGE) + "\n")
                .collect(Collectors.joining());
    }

    private Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
