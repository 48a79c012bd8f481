package dev.cachewright.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FoldPlanTest {

    private static final FoldPlan.Sizes SIZES = new FoldPlan.Sizes(18, 52, 16, 20);

    private static Block block(String id, Role role) {
        return Block.of(id, role, Kind.STATIC, "text");
    }

    private static FoldPlan plan(List<Block> blocks, int[] rows, double height) {
        return FoldPlan.of(blocks, i -> rows[i], SIZES, height);
    }

    @Test
    void aPromptThatFitsIsShownWhole() {
        assertThat(plan(List.of(block("a", Role.SYSTEM), block("b", Role.USER)), new int[]{10, 2}, 700))
                .isEqualTo(new FoldPlan(24, Set.of()));
    }

    @Test
    void allBlocksAreInSightWithAsManyRowsAsFit() {
        List<Block> blocks = List.of(block("a", Role.SYSTEM), block("b", Role.SYSTEM), block("c", Role.USER));
        int[] rows = {25, 25, 1};

        FoldPlan plan = plan(blocks, rows, 600);

        assertThat(plan.folded()).isEmpty();
        assertThat(plan.rows()).isBetween(FoldPlan.LEAST_ROWS, 23);
        assertThat(height(plan.rows(), rows)).isLessThanOrEqualTo(600);
        assertThat(height(plan.rows() + 1, rows)).isGreaterThan(600);
    }

    private static double height(int shown, int[] rows) {
        double sum = 0;
        for (int own : rows) {
            sum += SIZES.card(own, shown);
        }
        return sum;
    }

    @Test
    void theEarlierTurnsOfALongConversationAndWhatToolsSaidAreFolded() {
        var blocks = new ArrayList<>(List.of(block("system", Role.SYSTEM)));
        int[] rows = new int[42];
        rows[0] = 25;
        for (int i = 1; i < 41; i++) {
            Role role = List.of(Role.USER, Role.ASSISTANT, Role.TOOL).get(i % 3);
            Block turn = block("turn" + i, role);
            blocks.add(role == Role.ASSISTANT ? turn.withForm(Form.ITEM) : turn);
            rows[i] = 5;
        }
        blocks.add(block("last", Role.USER));
        rows[41] = 2;

        FoldPlan plan = plan(blocks, rows, 700);

        assertThat(plan.folded()).hasSize(40).doesNotContain("system", "last");
        assertThat(plan.rows()).isGreaterThanOrEqualTo(FoldPlan.LEAST_ROWS);
    }
}
