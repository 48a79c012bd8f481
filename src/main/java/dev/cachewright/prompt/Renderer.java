package dev.cachewright.prompt;

import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Renders a prompt to the request of one row.
public final class Renderer {

    private final List<Message> messages = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private Role role = Role.USER;
    private Form form = Form.TEXT;

    private final Growth rows;

    private Renderer(Growth rows) {
        this.rows = rows;
    }

    /// The request that `prompt` sends for `row`: tools and schema first, the messages in their order.
    ///
    /// Consecutive blocks that are joined make one message. Variables that the row does not give render as nothing;
    /// [Variables] finds them beforehand.
    ///
    /// @throws InputException with the line and column inside the block where a template cannot be read
    public static Request render(Prompt prompt, Row row) {
        return render(prompt, row, Growth.ofRows());
    }

    /// The same for one of many rows, which all count against `rows`.
    ///
    /// @throws InputException also where the rows together grow without end
    public static Request render(Prompt prompt, Row row, Growth rows) {
        var renderer = new Renderer(rows);
        Row values = row.over(prompt.defaults());
        prompt.blocks().stream().filter(block -> !block.role().isMessage()).sorted(
                (a, b) -> a.role().compareTo(b.role())).forEach(renderer::addPart);
        Role before = null;
        for (Block block : prompt.blocks()) {
            if (block.role().isMessage()) {
                renderer.addBlock(block, values, block.joined() && block.role() == before);
                before = block.role();
            }
        }
        renderer.endMessage();
        return new Request(renderer.messages, prompt.settings(), breakpoints(prompt));
    }

    /// Those of tools and schema first, as they are sent.
    private static List<Breakpoint> breakpoints(Prompt prompt) {
        return prompt.blocks().stream()
                .sorted(Comparator.comparing(block -> block.role().isMessage() ? Role.SYSTEM : block.role()))
                .flatMap(block -> block.breakpoint().stream()).toList();
    }

    private void addPart(Block block) {
        messages.add(new Message(block.role(), Form.TEXT, List.of(new Segment(block.id(), block.content(), 0, false))));
    }

    private void addBlock(Block block, Row values, boolean continues) {
        boolean standsAlone = block.form() == Form.ITEM || block.form() == Form.INSTRUCTIONS;
        if (!continues || standsAlone) {
            endMessage();
            role = block.role();
        }
        form = block.form() == Form.TEXT ? form : block.form();
        int before = segments.size();
        try {
            block.template().render(block.id(), values, rows, this::add);
        } catch (InputException e) {
            throw e.inBlock(block.id());
        }
        if (segments.size() == before) {
            segments.add(new Segment(block.id(), Text.empty(), 0, false));
        }
        if (standsAlone) {
            endMessage();
        }
    }

    private void add(Piece piece) {
        switch (piece) {
            case Piece.Text text -> segments.add(text.segment());
            case Piece.NewMessage next -> {
                endMessage();
                role = next.role();
            }
        }
    }

    private void endMessage() {
        if (!segments.isEmpty()) {
            messages.add(new Message(role, form, segments));
            segments.clear();
        }
        form = Form.TEXT;
    }
}
