package dev.cachewright.advice.text;

import dev.cachewright.advice.Fix;
import dev.cachewright.prompt.Attributes;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.BlockEdits;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.VariableEdits;
import dev.cachewright.prompt.VariableEdits.Stretch;
import dev.cachewright.prompt.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Ways to bring what changes in a block to a place after what does not. Text is moved and never lost; a time or an id
/// becomes a variable on the way.
final class Movements {

    /// Where no line goes through two blocks.
    private final Prompt prompt;
    private final Block block;
    private final List<Stretch> changing;

    /// @param changing the stretches of the block that change, in their order
    Movements(Prompt prompt, Block block, List<Stretch> changing) {
        int from = prompt.indexOf(block.id());
        int shift = 0;
        while (touches(prompt, from)) {
            from--;
            shift += prompt.blocks().get(from).content().length();
        }
        String first = prompt.blocks().get(from).id();
        int moved = shift;
        this.prompt = whole(prompt, first);
        this.block = this.prompt.block(first).orElseThrow();
        this.changing = first.equals(block.id()) ? List.copyOf(changing) : changing.stream()
                .map(stretch -> new Stretch(first, stretch.start() + moved, stretch.end() + moved)).toList();
    }

    /// Whether the text of a block goes on in the middle of a line of the block before it, as in a file without marks.
    private static boolean touches(Prompt prompt, int index) {
        if (index <= 0 || index >= prompt.blocks().size()) {
            return false;
        }
        Block block = prompt.blocks().get(index);
        Block before = prompt.blocks().get(index - 1);
        return block.joined() && before.role() == block.role() && before.form() == Form.TEXT
                && block.form() == Form.TEXT && before.breakpoint().isEmpty() && !before.content().endsWith("\n")
                && BlockEdits.canMerge(prompt, before.id());
    }

    /// The prompt where all that goes on in a line of a block is one block with it.
    private static Prompt whole(Prompt prompt, String first) {
        Prompt merged = prompt;
        while (touches(merged, merged.indexOf(first) + 1)) {
            merged = BlockEdits.merge(merged, first);
        }
        return merged;
    }

    /// All of them, the ones that change least first.
    List<Fix> all() {
        var fixes = new ArrayList<Fix>();
        int last = lastOfRun(prompt, block.id());
        List<Sentences.Range> ranges = Sentences.around(block, changing);
        boolean isAll = ranges.isEmpty() || isRestBlank(ranges);
        if (last > prompt.indexOf(block.id())) {
            String id = block.id();
            fixes.add(new Fix("move-block-below", prompt.blocks().get(last).name(),
                    now -> BlockEdits.move(withVariables(now), id, lastOfRun(now, id))));
        }
        if (!isAll) {
            fixes.add(new Fix("move-to-end", prompt.blocks().get(last).name(), now -> extracted(now, false)));
        }
        if (questionOf(prompt) >= 0) {
            fixes.add(new Fix("move-to-question", prompt.blocks().get(questionOf(prompt)).name(),
                    now -> isAll ? wholeToQuestion(now) : extracted(now, true)));
        }
        return fixes;
    }

    /// All of them, and after these the same with a breakpoint at the end of what is static then.
    List<Fix> allAndMarked() {
        List<Fix> moved = all();
        return Stream.concat(moved.stream(), moved.stream().map(fix -> fix.andMarked(Movements::marked))).toList();
    }

    /// The breakpoint goes before the first text that changes.
    private static Prompt marked(Prompt moved) {
        List<Block> blocks = moved.blocks();
        int first = 0;
        while (first < blocks.size() && blocks.get(first).effectiveKind() == Kind.STATIC) {
            first++;
        }
        return first == 0 ? moved : moved.with(blocks.get(first - 1).id(), last -> last.withBreakpoint(true));
    }

    private Prompt withVariables(Prompt now) {
        return VariableEdits.make(whole(now, block.id()), changing);
    }

    private boolean isRestBlank(List<Sentences.Range> ranges) {
        return rest(block.content(), ranges).toString().isBlank();
    }

    private static Text rest(Text content, List<Sentences.Range> ranges) {
        Text rest = content;
        for (Sentences.Range range : ranges.reversed()) {
            rest = rest.replace(range.start(), range.end() - range.start(), "");
        }
        return rest;
    }

    /// The sentences that change as a block of their own, after the instructions or before the question.
    private Prompt extracted(Prompt before, boolean isToQuestion) {
        Prompt now = withVariables(before);
        Block from = now.block(block.id()).orElseThrow();
        List<Stretch> tags = from.content().equals(block.content()) ? changing : tags(from);
        List<Sentences.Range> ranges = Sentences.around(from, tags);
        if (ranges.isEmpty()) {
            return before;
        }
        var moved = new StringBuilder();
        for (Sentences.Range range : ranges) {
            String text = from.content().substring(range.start(), range.end()).strip();
            moved.append(moved.isEmpty() ? "" : "\n").append(text);
        }
        Prompt rest = now.with(from.id(), old -> still(old.withContent(rest(from.content(), ranges))));
        return isToQuestion ? beforeQuestion(rest, moved.toString()) : afterRun(rest, from, moved.toString());
    }

    /// A block without what changed in it is no longer dynamic.
    private static Block still(Block rest) {
        return rest.template().isDynamic() ? rest : rest.withKind(Kind.STATIC);
    }

    private static List<Stretch> tags(Block block) {
        return block.template().tags().stream().map(tag -> new Stretch(block.id(), tag.start(), tag.end())).toList();
    }

    private static Prompt afterRun(Prompt now, Block from, String text) {
        int last = lastOfRun(now, from.id());
        Block end = now.blocks().get(last);
        boolean isOwnMessage = end.form() == Form.INSTRUCTIONS || end.form() == Form.ITEM;
        boolean needsBreak = !isOwnMessage && end.form() != Form.PART && !end.content().endsWith("\n");
        var added = new Block(now.freeId(from.id()), from.role(), Kind.DYNAMIC, !isOwnMessage, Text.of(text),
                Attributes.none());
        Prompt broken = needsBreak
                ? now.with(end.id(), old -> old.withContent(old.content().replace(old.content().length(), 0, "\n")))
                : now;
        return BlockEdits.insert(broken, last + 1, end.form() == Form.PART ? added.withForm(Form.PART) : added);
    }

    private static Prompt beforeQuestion(Prompt now, String text) {
        int question = now.blocks().size() - 1;
        Block asked = now.blocks().get(question);
        boolean isPart = asked.form() == Form.PART;
        var added = new Block(now.freeId("now"), Role.USER, Kind.DYNAMIC, asked.joined(),
                Text.of(isPart ? text : text + "\n\n"), Attributes.none());
        Prompt put = BlockEdits.insert(now, question, isPart ? added.withForm(Form.PART) : added);
        return put.with(asked.id(), old -> old.withJoined(true));
    }

    private Prompt wholeToQuestion(Prompt before) {
        Prompt now = withVariables(before);
        Block whole = now.block(block.id()).orElseThrow();
        return beforeQuestion(BlockEdits.delete(now, whole.id()), whole.text().strip());
    }

    /// The index of the last block of the instructions that begin with a block or go on after it.
    static int lastOfRun(Prompt prompt, String id) {
        int last = prompt.indexOf(id);
        Role role = prompt.blocks().get(last).role();
        while (last + 1 < prompt.blocks().size() && prompt.blocks().get(last + 1).role() == role) {
            last++;
        }
        return last;
    }

    /// The index of the block that asks: the last one, of text; -1 where there is none.
    private static int questionOf(Prompt prompt) {
        int last = prompt.blocks().size() - 1;
        return Optional.of(last).filter(at -> at > 0).map(prompt.blocks()::get)
                .filter(asked -> asked.role() == Role.USER && asked.form() != Form.ITEM).isPresent() ? last : -1;
    }
}
