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

/// Ways to bring what changes in a block to a place after what does not. Text is moved and never lost; a time or an id
/// becomes a variable on the way.
final class Movements {

    private final Prompt prompt;
    private final Block block;
    private final List<Stretch> changing;

    /// @param changing the stretches of the block that change, in their order
    Movements(Prompt prompt, Block block, List<Stretch> changing) {
        this.prompt = prompt;
        this.block = block;
        this.changing = List.copyOf(changing);
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

    private Prompt withVariables(Prompt now) {
        return VariableEdits.make(now, changing);
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
        Prompt rest = now.with(from.id(), old -> old.withContent(rest(from.content(), ranges)));
        return isToQuestion ? beforeQuestion(rest, moved.toString()) : afterRun(rest, from, moved.toString());
    }

    private static List<Stretch> tags(Block block) {
        return block.template().tags().stream().map(tag -> new Stretch(block.id(), tag.start(), tag.end())).toList();
    }

    private static Prompt afterRun(Prompt now, Block from, String text) {
        int last = lastOfRun(now, from.id());
        Block end = now.blocks().get(last);
        boolean isOwnMessage = end.form() == Form.INSTRUCTIONS || end.form() == Form.ITEM;
        boolean needsBreak = !isOwnMessage && end.form() != Form.PART && !end.content().endsWith("\n");
        var added = new Block(now.freeId(from.id()), from.role(), Kind.STATIC, !isOwnMessage, Text.of(text),
                Attributes.none());
        Prompt broken = needsBreak
                ? now.with(end.id(), old -> old.withContent(old.content().replace(old.content().length(), 0, "\n")))
                : now;
        return BlockEdits.insert(broken, last + 1, end.form() == Form.PART ? added.withForm(Form.PART) : added);
    }

    private static Prompt beforeQuestion(Prompt now, String text) {
        int question = questionOf(now);
        Block asked = now.blocks().get(question);
        boolean isPart = asked.form() == Form.PART;
        var added = new Block(now.freeId("now"), Role.USER, Kind.STATIC, asked.joined(),
                Text.of(isPart ? text : text + "\n\n"), Attributes.none());
        Prompt put = BlockEdits.insert(now, question, isPart ? added.withForm(Form.PART) : added);
        return put.with(asked.id(), old -> old.withJoined(true));
    }

    private Prompt wholeToQuestion(Prompt before) {
        Prompt now = withVariables(before);
        String text = now.block(block.id()).orElseThrow().text().strip();
        return beforeQuestion(BlockEdits.delete(now, block.id()), text);
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
