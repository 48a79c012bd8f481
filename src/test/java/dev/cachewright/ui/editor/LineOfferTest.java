package dev.cachewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Reach;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.editor.marks.LineOffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is offered where the prefix ends, and that it helps.
class LineOfferTest {

    private static final String RULE = "Items may be returned within 30 days of delivery, unworn and with tags.\n";

    private final WorkspaceFixture fixture = new WorkspaceFixture();

    private EditorViewModel open(String model, Block... blocks) {
        fixture.open("one.prompt", Prompt.of(List.of(blocks), Settings.of(model, Api.CHAT)), Values.none());
        return new EditorViewModel(fixture.workspace().prompt(), fixture.workspace().analysis());
    }

    private static Optional<LineOffer> offer(EditorViewModel editor) {
        return editor.marks().marksProperty().get().orElseThrow().offer();
    }

    private Reach.State standing() {
        return fixture.workspace().analysis().getAnalysis().orElseThrow().standing();
    }

    private static Block handbook(int rules) {
        return Block.of("handbook", Role.SYSTEM, Kind.STATIC, RULE.repeat(rules));
    }

    private static Block clock() {
        return Block.of("clock", Role.SYSTEM, Kind.DYNAMIC, "It is {{now}}.\n");
    }

    private static Block question() {
        return Block.of("question", Role.USER, Kind.DYNAMIC, "{{question}}");
    }

    @Test
    void aClockAboveAHandbookIsMovedBelowIt() {
        EditorViewModel editor = open("gpt-4o", clock(), handbook(120), question());
        LineOffer offered = offer(editor).orElseThrow();

        assertThat(offered.words()).isEqualTo("Move clock below handbook");
        assertThat(standing()).isEqualTo(Reach.State.TOO_SHORT);
        editor.edits().take(offered);

        assertThat(fixture.workspace().prompt().getPrompt().blocks()).extracting(Block::id)
                .containsExactly("handbook", "clock", "question");
        assertThat(standing()).isEqualTo(Reach.State.CACHED);
        assertThat(offer(editor)).isEmpty();
        fixture.workspace().prompt().undo();
        assertThat(standing()).isEqualTo(Reach.State.TOO_SHORT);
    }

    @Test
    void whatWouldStayTooShortIsNotOffered() {
        assertThat(offer(open("gpt-4o", clock(), handbook(10), question()))).isEmpty();
    }

    @Test
    void aBreakpointIsOfferedAfterTheLastBlockThatAllCallsShare() {
        EditorViewModel editor = open("gpt-5.6-sol", handbook(120), clock(), question());
        LineOffer offered = offer(editor).orElseThrow();

        assertThat(offered.words()).isEqualTo("Set a breakpoint after handbook");
        editor.edits().take(offered);

        assertThat(standing()).isEqualTo(Reach.State.CACHED);
        assertThat(offer(editor)).isEmpty();
    }
}
