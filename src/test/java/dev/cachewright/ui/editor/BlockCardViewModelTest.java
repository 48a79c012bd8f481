package dev.cachewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Role;
import dev.cachewright.ui.workspace.PromptModel;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlockCardViewModelTest {

    @Test
    void brokenToolsAreReportedAtTheirPlaceUntilTheyAreMended() {
        var card = new BlockCardViewModel(new PromptModel(), tools("[{}]\n"));
        assertThat(card.getProblem()).isEmpty();

        card.update(tools("[\n  {broken}\n]\n"));
        assertThat(card.getProblem()).startsWith("Line 2, column ").contains("not valid JSON");
        card.showProblem(Optional.empty());
        assertThat(card.getProblem()).isNotEmpty();

        card.update(tools("[]\n"));
        assertThat(card.getProblem()).isEmpty();
    }

    @Test
    void toolsThatAreNoArrayAreReported() {
        assertThat(new BlockCardViewModel(new PromptModel(), tools("{}\n")).getProblem())
                .isEqualTo("Line 1, column 1: Expected a JSON array here");
    }

    @Test
    void aBlockWithVariablesStaysDynamicAndSaysWhy() {
        PromptModel prompt = new PromptModel();
        var card = new BlockCardViewModel(prompt, Block.of("q", Role.USER, Kind.DYNAMIC, "{{question}}"));

        card.toggleKind();
        assertThat(prompt.isDirty()).isFalse();
        assertThat(card.getBlock().kind()).isEqualTo(Kind.DYNAMIC);
        var header = new BlockHeaderViewModel(card);
        assertThat(header.getKindHint()).contains("because it contains variables");
        card.update(Block.of("q", Role.USER, Kind.STATIC, "question"));
        assertThat(header.getKindHint()).isEqualTo("Press to make it dynamic.");
    }

    private static Block tools(String text) {
        return Block.of("tools", Role.TOOLS, Kind.STATIC, text);
    }
}
