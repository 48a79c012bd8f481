package dev.cachewright.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BlockEditsTest {

    private static final Prompt PROMPT = Prompt.of(
            List.of(Block.of("policy", Role.SYSTEM, Kind.STATIC, "one two\n"),
                    Block.of("context", Role.SYSTEM, Kind.DYNAMIC, "now {{day}}\n").withJoined(true),
                    Block.of("examples", Role.SYSTEM, Kind.STATIC, "three\n").withJoined(true),
                    Block.of("question", Role.USER, Kind.DYNAMIC, "{{q}}\n")),
            Settings.of("gpt-5.4", Api.CHAT));

    @Test
    void aMovedInstructionStaysInTheSameMessage() {
        Prompt moved = BlockEdits.move(PROMPT, "policy", 2);

        assertThat(ids(moved)).containsExactly("context", "examples", "policy", "question");
        assertThat(Renderer.render(moved, Row.empty()).messages()).hasSize(2);
    }

    @Test
    void movingThereAndBackGivesTheSameRequest() {
        for (Block block : PROMPT.blocks()) {
            for (int to = 0; to < 4; to++) {
                Prompt there = BlockEdits.move(PROMPT, block.id(), to);
                Prompt back = BlockEdits.move(there, block.id(), PROMPT.indexOf(block.id()));
                assertThat(Renderer.render(back, Row.empty())).isEqualTo(Renderer.render(PROMPT, Row.empty()));
            }
        }
    }

    @Test
    void splitAndMergeChangeNothingThatIsSent() {
        Prompt split = BlockEdits.split(PROMPT, "policy", 4);

        assertThat(ids(split)).containsExactly("policy", "policy-2", "context", "examples", "question");
        assertThat(Renderer.render(split, Row.empty()).messages()).extracting(Message::text)
                .isEqualTo(Renderer.render(PROMPT, Row.empty()).messages().stream().map(Message::text).toList());
        assertThat(BlockEdits.merge(split, "policy")).isEqualTo(PROMPT);
    }

    @Test
    void aSplitNeverCutsATag() {
        Prompt split = BlockEdits.split(PROMPT, "context", 6);

        assertThat(split.blocks().get(1).text()).isEqualTo("now ");
        assertThat(split.blocks().get(2).text()).isEqualTo("{{day}}\n");
    }

    @Test
    void theNextBlockBeginsTheMessageOfADeletedOne() {
        Prompt deleted = BlockEdits.delete(PROMPT, "policy");

        assertThat(deleted.blocks().getFirst().joined()).isFalse();
        assertThat(Renderer.render(deleted, Row.empty()).messages()).hasSize(2);
    }

    @Test
    void copiesGetAnIdOfTheirOwn() {
        assertThat(ids(BlockEdits.duplicate(BlockEdits.duplicate(PROMPT, "policy"), "policy"))).startsWith("policy",
                "policy-3", "policy-2");
    }

    @Test
    void aVariableMakesABlockDynamic() {
        Block block = Block.of("a", Role.USER, Kind.STATIC, "x {{y}}");

        assertThat(block.effectiveKind()).isEqualTo(Kind.DYNAMIC);
        assertThat(Block.of("t", Role.TOOLS, Kind.STATIC, "[\"{{no}}\"]").effectiveKind()).isEqualTo(Kind.STATIC);
    }

    @Test
    void missingAndUnusedVariablesAreFound() {
        var values = new Values("v", List.of("day", "other"),
                List.of(new Row(java.util.Map.of("day", "Monday", "other", "x"))));

        assertThat(Variables.of(PROMPT, values))
                .isEqualTo(new Variables(List.of("day", "q"), List.of("q"), List.of("other")));
    }

    private static List<String> ids(Prompt prompt) {
        return prompt.blocks().stream().map(Block::id).toList();
    }

    @Test
    void aBreakpointStaysAfterTheTextItWasSetAfter() {
        Prompt prompt = Prompt.of(List.of(Block.of("a", Role.USER, Kind.STATIC, "one two").withBreakpoint("1h"),
                Block.of("b", Role.USER, Kind.STATIC, "three")), Settings.of("m", Api.CHAT));

        Prompt split = BlockEdits.split(prompt, "a", 3);
        Prompt merged = BlockEdits.merge(split, "a");

        assertThat(marked(split)).containsExactly("a-2 1h");
        assertThat(marked(merged)).containsExactly("a 1h");
        assertThat(marked(BlockEdits.merge(prompt, "a"))).isEmpty();
        assertThat(marked(BlockEdits.duplicate(prompt, "a"))).containsExactly("a 1h");
        assertThat(marked(BlockEdits.move(prompt, "a", 1))).containsExactly("a 1h");
    }

    private static List<String> marked(Prompt prompt) {
        return prompt.blocks().stream().flatMap(block -> block.breakpoint().stream())
                .map(mark -> mark.blockId() + " " + mark.ttl()).toList();
    }
}
