package dev.cachewright.cli.print;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.advice.Gain;
import dev.cachewright.advice.layout.Layout;
import dev.cachewright.advice.layout.Move;
import dev.cachewright.words.AdviceWords;
import dev.cachewright.words.Numbers;

/// What `advise --arrange` prints of the best layout.
public final class LayoutReport {

    private final Layout layout;

    public LayoutReport(Layout layout) {
        this.layout = layout;
    }

    /// The field `layout` of the document.
    public ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode moves = root.putArray("moves");
        for (Move move : layout.moves()) {
            moves.addObject().put("block", move.blockId()).put("from", move.from()).put("to", move.to());
        }
        ArrayNode set = root.putArray("set");
        layout.set().forEach(set::add);
        ArrayNode removed = root.putArray("removed");
        layout.removed().forEach(removed::add);
        root.set("before", AdviceReport.json(layout.before()));
        root.set("after", AdviceReport.json(layout.after()));
        return root.put("proven", layout.isProven());
    }

    /// The same for people: each edit on a line, then the figures.
    public void print(Console console) {
        console.print("");
        if (layout.isAsBefore()) {
            console.print("best layout: as it is; " + (layout.isProven()
                    ? "no other order of the blocks and no other breakpoints cost less"
                    : "nothing cheaper was found"));
            return;
        }
        Gain gain = layout.gain();
        console.print("best layout" + (layout.isProven() ? "" : " that was found") + ": hit rate "
                + Numbers.percent(gain.before().hitRate()) + " -> " + Numbers.percent(gain.after().hitRate()) + ", "
                + AdviceWords.gain(gain));
        for (Move move : layout.moves()) {
            console.print("    move " + move.blockId() + " from place " + (move.from() + 1) + " to place "
                    + (move.to() + 1));
        }
        layout.set().forEach(block -> console.print("    set a breakpoint after " + block));
        layout.removed().forEach(block -> console.print("    remove the breakpoint after " + block));
        if (layout.isProven()) {
            console.print("    proven: no layout of these blocks costs less");
        }
    }
}
