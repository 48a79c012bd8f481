package dev.cachewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.editor.find.FindBarViewModel;
import dev.cachewright.ui.editor.marks.PrefixMarks;
import dev.cachewright.ui.kit.rail.RailTick;
import dev.cachewright.ui.kit.text.TextChange;
import dev.cachewright.ui.workspace.PromptModel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditorViewModelTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample();
    private final PromptModel prompt = fixture.workspace().prompt();
    private final EditorViewModel editor = new EditorViewModel(fixture.workspace().prompt(),
            fixture.workspace().analysis());

    private void type(String id, int position, String text) {
        for (int i = 0; i < text.length(); i++) {
            editor.card(id).orElseThrow().typed(new TextChange(position + i, "", text.substring(i, i + 1)));
        }
    }

    private String lastId() {
        return prompt.getPrompt().blocks().getLast().id();
    }

    @Test
    void whatIsTypedIsUndoneWordByWord() {
        Prompt before = prompt.getPrompt();
        type(lastId(), 0, "one two");

        prompt.undo();
        assertThat(prompt.getPrompt().blocks().getLast().text()).startsWith("one ").doesNotStartWith("one t");
        prompt.undo();
        assertThat(prompt.getPrompt()).isEqualTo(before);
        prompt.redo();
        prompt.redo();
        assertThat(prompt.getPrompt().blocks().getLast().text()).startsWith("one two");
        assertThat(prompt.isDirty()).isTrue();
    }

    @Test
    void halfATagKeepsTheFiguresAndSaysWhere() {
        var card = editor.card(lastId()).orElseThrow();
        String tokens = card.getFigures().getTokens();
        type(lastId(), 0, "{{");

        assertThat(card.getProblem()).startsWith("Line 1, column 1: ");
        assertThat(card.getFigures().getTokens()).isEqualTo(tokens);
        type(lastId(), 2, "new}}");
        assertThat(card.getProblem()).isEmpty();
        assertThat(card.getBlock().effectiveKind()).isEqualTo(Kind.DYNAMIC);
    }

    @Test
    void cardsShowTokensThatAddUp() {
        editor.cards().forEach(editor.marks()::attach);
        int total = editor.cards().stream().mapToInt(card -> number(card.getFigures().getTokens())).sum();

        assertThat(number(editor.cards().getLast().getFigures().getCumulative())).isEqualTo(total);
    }

    private static int number(String words) {
        return Integer.parseInt(words.replaceAll("[^0-9]", ""));
    }

    @Test
    void aBlockIsAddedBelowTheFocusedOneAndGetsTheFocus() {
        String first = prompt.getPrompt().blocks().stream().filter(block -> block.role().isMessage()).findFirst()
                .orElseThrow().id();
        editor.focusedProperty().set(Optional.of(first));
        editor.addBlock(Role.USER);

        Block added = prompt.getPrompt().blocks().get(prompt.getPrompt().indexOf(first) + 1);
        assertThat(added.role()).isEqualTo(Role.USER);
        assertThat(editor.focusedProperty().get()).contains(added.id());
    }

    @Test
    void aSecondToolsBlockIsNotAdded() {
        long tools = count(Role.TOOLS);
        editor.addBlock(Role.TOOLS);
        editor.addBlock(Role.TOOLS);

        assertThat(count(Role.TOOLS)).isEqualTo(Math.max(1, tools));
    }

    private long count(Role role) {
        return prompt.getPrompt().blocks().stream().filter(block -> block.role() == role).count();
    }

    @Test
    void cardsKeepTheirIdentityWhenBlocksMove() {
        List<BlockCardViewModel> before = List.copyOf(editor.cards());
        editor.focusedProperty().set(Optional.of(lastId()));
        editor.onFocused(BlockAction.MOVE_UP);

        assertThat(editor.cards()).hasSameElementsAs(before).isNotEqualTo(before);
    }

    @Test
    void theLineSaysWhereTheCacheablePrefixEndsAndAsWhatItCounts() {
        PrefixMarks marks = editor.marks().marksProperty().get().orElseThrow();

        assertThat(marks.caption())
                .matches("cacheable prefix ends at ≈ 1,463 \\(1,462 to 1,463\\) tokens · counted as 1,408"
                        + " · ≈ \\d+ static tokens after \\{\\{tier}} cannot be cached");
        assertThat(marks.ticks()).extracting(RailTick::label).startsWith("0", "1,408 ±");
    }

    @Test
    void findGoesRoundOverAllBlocks() {
        var find = new FindBarViewModel(editor::blocks, editor::showFound);
        find.queryProperty().set("THE ");

        FindBarViewModel.Hit first = find.restart().orElseThrow();
        FindBarViewModel.Hit last = find.step(-1).orElseThrow();

        assertThat(find.getStatus()).matches("(\\d+) of \\1");
        assertThat(find.step(1)).contains(first);
        assertThat(last).isNotEqualTo(first);
        find.queryProperty().set("no such words");
        assertThat(find.restart()).isEmpty();
        assertThat(find.getStatus()).isEqualTo("Not found");
    }
}
