package dev.cachewright.format.recover;

import dev.cachewright.prompt.Attributes;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.text.Text;
import java.util.ArrayList;
import java.util.List;

/// Puts the pieces of one text into static and dynamic blocks, cut at lines.
final class BlockCutter {

    /// Static text that is shorter stays with the dynamic text around it.
    private static final int LEAST = 120;

    private final Block model;
    private final boolean canSplit;
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private String variable = "";
    private boolean isDynamic;

    private BlockCutter(Block model, boolean canSplit) {
        this.model = model;
        this.canSplit = canSplit;
    }

    /// A piece of a template.
    ///
    /// @param text what it stands for, where that is the same in all calls; empty where it varies
    /// @param variable the name of what varies, where it has one
    record Piece(String text, String template, String variable) {
    }

    static List<Block> cut(Block model, boolean canSplit, List<Piece> pieces) {
        var cutter = new BlockCutter(model, canSplit);
        for (int i = 0; i < pieces.size(); i++) {
            cutter.add(pieces.get(i), i + 1 == pieces.size());
        }
        cutter.end(true);
        return cutter.blocks;
    }

    private void add(Piece piece, boolean isLast) {
        if (piece.text().isEmpty()) {
            current.append(piece.template());
            variable = variable.isEmpty() ? piece.variable() : variable;
            isDynamic = true;
            return;
        }
        String text = piece.template();
        int from = isDynamic && !endsLine() ? Math.max(0, Math.min(text.indexOf('\n') + 1, LEAST)) : 0;
        int to = isLast ? text.length() : text.lastIndexOf('\n') + 1;
        if (to == 0 && text.length() > LEAST) {
            to = text.length();
        }
        if (!canSplit || isWithinTag(text, from) || to - from < LEAST) {
            current.append(text);
            return;
        }
        current.append(text, 0, from);
        if (isDynamic) {
            end(false);
        }
        current.append(text, from, to);
        if (!isLast) {
            end(false);
            current.append(text, to, text.length());
        }
    }

    private boolean endsLine() {
        return !current.isEmpty() && current.charAt(current.length() - 1) == '\n';
    }

    /// A cut at a bound rather than at a line may fall into an escape.
    private static boolean isWithinTag(String text, int at) {
        return at > 0 && text.charAt(at - 1) != '\n';
    }

    private void end(boolean isLast) {
        if (current.isEmpty() && (!isLast || !blocks.isEmpty())) {
            return;
        }
        String id = isDynamic && !variable.isEmpty() && !model.role().word().equals(variable)
                ? variable
                : model.role().word();
        Block block = new Block(id, model.role(), isDynamic ? Kind.DYNAMIC : Kind.STATIC, !blocks.isEmpty() || model
                .joined(), Text.of(current.toString()), Attributes.none()).withForm(model.form());
        blocks.add(isLast ? model.breakpoint().map(mark -> block.withBreakpoint(mark.ttl())).orElse(block) : block);
        current.setLength(0);
        variable = "";
        isDynamic = false;
    }
}
