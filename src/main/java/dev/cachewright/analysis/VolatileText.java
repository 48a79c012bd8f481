package dev.cachewright.analysis;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.VariableEdits.Stretch;
import dev.cachewright.prompt.changing.ChangingText;
import java.util.List;
import java.util.stream.Stream;

/// Where a prompt looks as if it changed from call to call: a guess, for a prompt of which only one request is known.
public final class VolatileText {

    /// What comes late in a long text costs little, and is likely an example.
    private static final int LONGEST = 20_000;
    private static final int MOST = 20;

    private VolatileText() {
    }

    /// The places in the instructions, in their order; at most a few. Without instructions, those of the first message,
    /// which then says what to do.
    public static List<Stretch> in(Prompt prompt) {
        return read(prompt).filter(block -> block.form() != Form.ITEM).flatMap(VolatileText::places).limit(MOST)
                .toList();
    }

    private static Stream<Block> read(Prompt prompt) {
        boolean hasInstructions = prompt.blocks().stream().anyMatch(block -> block.role().isInstruction());
        if (hasInstructions) {
            return prompt.blocks().stream().filter(block -> block.role().isInstruction());
        }
        List<Block> asked = prompt.blocks().stream().filter(block -> block.role() == Role.USER).toList();
        return Stream.concat(asked.stream().limit(1), asked.stream().skip(1).takeWhile(Block::joined));
    }

    private static Stream<Stretch> places(Block block) {
        String start = block.content().substring(0, Math.min(block.content().length(), LONGEST));
        return ChangingText.in(start).stream().map(span -> new Stretch(block.id(), span.start(), span.end()));
    }
}
