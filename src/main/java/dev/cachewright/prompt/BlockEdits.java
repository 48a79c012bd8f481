package dev.cachewright.prompt;

import dev.cachewright.prompt.text.Tag;
import dev.cachewright.prompt.text.Text;
import java.util.List;

/// Edits of the list of blocks. Each gives the next prompt; one that has no meaning gives the same prompt.
public final class BlockEdits {

    private BlockEdits() {
    }

    /// `block` at `index`; the blocks from there on move down.
    public static Prompt insert(Prompt prompt, int index, Block block) {
        List<Block> blocks = prompt.editableBlocks();
        blocks.add(Math.clamp(index, 0, blocks.size()), block);
        return prompt.withBlocks(blocks);
    }

    /// A copy of the block below it, without its breakpoint.
    public static Prompt duplicate(Prompt prompt, String id) {
        int index = prompt.indexOf(id);
        if (index < 0) {
            return prompt;
        }
        Block block = prompt.blocks().get(index);
        return insert(prompt, index + 1, block.withId(prompt.freeId(id)).withBreakpoint(false));
    }

    public static Prompt delete(Prompt prompt, String id) {
        int index = prompt.indexOf(id);
        if (index < 0) {
            return prompt;
        }
        List<Block> blocks = prompt.editableBlocks();
        take(blocks, index);
        return prompt.withBlocks(blocks);
    }

    /// The block cut in two at `offset` of its text, before the tag where that lies within one; the lower part stays in
    /// the same message, and keeps the breakpoint.
    public static Prompt split(Prompt prompt, String id, int offset) {
        int index = prompt.indexOf(id);
        if (index < 0 || !prompt.blocks().get(index).role().isMessage()) {
            return prompt;
        }
        Block block = prompt.blocks().get(index);
        int cut = outsideTags(block, Math.clamp(offset, 0, block.content().length()));
        List<Block> blocks = prompt.editableBlocks();
        blocks.set(index, block.withContent(block.content().sub(0, cut)).withBreakpoint(false));
        blocks.add(index + 1, new Block(prompt.freeId(id), block.role(), block.kind(), true,
                block.content().sub(cut, block.content().length()), Attributes.none())
                .withBreakpointOf(block));
        return prompt.withBlocks(blocks);
    }

    /// The line that begins at `offset` of a block's text as a block of its own below it, in the same message; the same
    /// prompt where there is no such line, or nothing else.
    public static Prompt moveLineBelow(Prompt prompt, String id, int offset) {
        int index = prompt.indexOf(id);
        int end = index < 0 ? -1 : prompt.blocks().get(index).content().indexOf("\n", offset);
        if (end < 0 || offset < 0) {
            return prompt;
        }
        Block block = prompt.blocks().get(index);
        String line = block.content().substring(offset, end);
        Block rest = block.withContent(block.content().replace(offset, end + 1 - offset, ""));
        String between = rest.content().endsWith("\n") ? "" : "\n";
        List<Block> blocks = prompt.editableBlocks();
        blocks.set(index, rest.withBreakpoint(false));
        blocks.add(index + 1, new Block(prompt.freeId(id), block.role(), block.kind(), true,
                Text.of(between + line + (between.isEmpty() ? "\n" : "")), Attributes.none()).withBreakpointOf(block));
        return prompt.withBlocks(blocks);
    }

    /// Whether the block and the one below it can become one: messages of the same role that are not items.
    public static boolean canMerge(Prompt prompt, String id) {
        int index = prompt.indexOf(id);
        if (index < 0 || index + 1 >= prompt.blocks().size()) {
            return false;
        }
        Block upper = prompt.blocks().get(index);
        Block lower = prompt.blocks().get(index + 1);
        return upper.role().isMessage() && upper.role() == lower.role() && upper.form() != Form.ITEM
                && lower.form() != Form.ITEM;
    }

    /// The block joined with the one below it; a breakpoint between them is removed, one after both stays.
    public static Prompt merge(Prompt prompt, String id) {
        if (!canMerge(prompt, id)) {
            return prompt;
        }
        int index = prompt.indexOf(id);
        List<Block> blocks = prompt.editableBlocks();
        Block lower = blocks.remove(index + 1);
        Block upper = blocks.get(index);
        boolean isDynamic = upper.kind() == Kind.DYNAMIC || lower.kind() == Kind.DYNAMIC;
        blocks.set(index, upper.withContent(Text.join(List.of(upper.content(), lower.content())))
                .withKind(isDynamic ? Kind.DYNAMIC : Kind.STATIC).withBreakpointOf(lower));
        return prompt.withBlocks(blocks);
    }

    /// The block moved so that it is at `index` of the new list.
    ///
    /// A block placed after instructions of its own role continues their message, and what followed it stays in its
    /// message.
    public static Prompt move(Prompt prompt, String id, int index) {
        int from = prompt.indexOf(id);
        int to = Math.clamp(index, 0, prompt.blocks().size() - 1);
        if (from < 0 || from == to) {
            return prompt;
        }
        List<Block> blocks = prompt.editableBlocks();
        Block block = take(blocks, from);
        blocks.add(to, block.withJoined(joinsAt(blocks, to, block)));
        if (to + 1 < blocks.size() && makesOneMessage(blocks.get(to + 1), block)) {
            blocks.set(to + 1, blocks.get(to + 1).withJoined(true));
        }
        return prompt.withBlocks(blocks);
    }

    private static int outsideTags(Block block, int offset) {
        return block.template().tags().stream().filter(tag -> tag.start() < offset && offset < tag.end())
                .mapToInt(Tag::start).findFirst().orElse(offset);
    }

    private static boolean joinsAt(List<Block> blocks, int index, Block block) {
        if (index == 0 || blocks.get(index - 1).role() != block.role()) {
            return false;
        }
        boolean splitsMessage = index < blocks.size() && blocks.get(index).joined()
                && blocks.get(index).role() == block.role();
        return block.role().isInstruction() || splitsMessage || block.joined();
    }

    /// Instructions below a moved instruction block make one message with it.
    private static boolean makesOneMessage(Block below, Block moved) {
        return below.role() == moved.role() && moved.role().isInstruction() && below.form() != Form.ITEM;
    }

    /// Removes a block; where it began a message that goes on, the next block begins it.
    private static Block take(List<Block> blocks, int index) {
        Block block = blocks.remove(index);
        if (!block.joined() && index < blocks.size() && blocks.get(index).role() == block.role()) {
            blocks.set(index, blocks.get(index).withJoined(false));
        }
        return block;
    }
}
