package dev.cachewright.ui.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.ui.FakeDialogs;
import dev.cachewright.ui.document.Dialogs.Several;
import dev.cachewright.ui.fx.Background;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogDoorTest {

    private static final Path ONE = Path.of("one.json");
    private static final Path MANY = Path.of("many.har");
    private static final Path LINES = Path.of("calls.jsonl");

    private final FakeDialogs dialogs = new FakeDialogs();
    private final LogDoor door = new LogDoor(new Background(Runnable::run, Runnable::run), dialogs);
    private final List<String> done = new ArrayList<>();

    @BeforeEach
    void lead() {
        door.lead((file, least) -> least <= (file.equals(ONE) ? 1 : 3), logs -> done.add("read " + logs));
    }

    private void pass(Path... files) {
        door.pass(List.of(files), () -> done.add("open"));
    }

    @Test
    void aFileOfOneRequestStaysAPrompt() {
        pass(ONE);

        assertThat(done).containsExactly("open");
        assertThat(dialogs.questions()).isEmpty();
    }

    @Test
    void ofAFileOfSeveralCallsTheUserDecides() {
        pass(MANY);
        dialogs.answerSeveral(Several.TRAFFIC);
        pass(MANY);
        dialogs.answerSeveral(Several.PROMPT);
        pass(MANY);

        assertThat(done).containsExactly("read [many.har]", "open");
        assertThat(dialogs.questions()).containsExactly("several many.har", "several many.har", "several many.har");
    }

    @Test
    void besideALogItIsReadWithoutAQuestion() {
        pass(LINES, MANY, ONE);

        assertThat(done).containsExactly("read [calls.jsonl, many.har]");
        assertThat(dialogs.questions()).isEmpty();
    }

    @Test
    void whatCannotBeLookedIntoGoesWhereItWouldOtherwise() {
        door.lead((_, _) -> {
            throw new IllegalStateException();
        }, logs -> done.add("read " + logs));
        pass(LINES);

        assertThat(done).containsExactly("open");
    }
}
