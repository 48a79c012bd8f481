package dev.cachewright.prompt;

import dev.cachewright.prompt.template.Growth;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Renders a prompt to the request of one row.
public final class Renderer {

    private final List<Message> messages = new ArrayList<>();
    /// Of the current message: texts and media.
    private final List<Piece> pieces = new ArrayList<>();
    private final Api api;
    private Role role = Role.USER;
    private Form form = Form.TEXT;
    /// Whether a tag began the current message.
    private boolean isBegunInside;
    private final Growth rows;

    private Renderer(Api api, Growth rows) {
        this.api = api;
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
        var renderer = new Renderer(prompt.settings().api(), rows);
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
        int before = pieces.size();
        int sent = messages.size();
        try {
            block.template().render(block.id(), values, rows, piece -> add(piece, block.id()));
            boolean isNone = block.form() == Form.ITEM && isBlank();
            if (isNone) {
                // An item is JSON: one without any, as of a turn that a row does not have, is nothing to send.
                pieces.clear();
            } else if (messages.size() == sent && pieces.subList(before, pieces.size()).stream()
                    .allMatch(Piece.Section.class::isInstance)) {
                pieces.add(new Piece.Text(new Segment(block.id(), Text.empty(), 0, false)));
            }
            if (standsAlone) {
                endMessage();
            }
        } catch (InputException e) {
            throw e.blockId().isEmpty() ? e.inBlock(block.id()) : e;
        }
    }

    private void add(Piece piece, String blockId) {
        if (piece instanceof Piece.NewMessage next) {
            // What begins a message elsewhere than a block leaves none behind that has no text, as in Dotprompt.
            if (isBlank() && (isBegunInside || isAllOf(blockId))) {
                pieces.clear();
            } else if (!hasPieceOf(blockId)) {
                pieces.add(new Piece.Text(new Segment(blockId, Text.empty(), 0, false)));
            }
            endMessage();
            role = next.role();
            isBegunInside = true;
        } else {
            pieces.add(piece);
        }
    }

    private boolean isBlank() {
        return pieces.stream().noneMatch(piece -> piece instanceof Piece.Media media && !media.isMissing()
                || piece instanceof Piece.Text text && !text.segment().text().isBlank());
    }

    /// The characters of a piece; a medium without an address has none.
    private static Segment textOf(Piece piece) {
        return piece instanceof Piece.Text text
                ? text.segment()
                : new Segment(((Piece.Media) piece).address().blockId(), Text.empty(),
                        ((Piece.Media) piece).address().start(), true);
    }

    private boolean isAllOf(String blockId) {
        return pieces.stream().allMatch(piece -> isOf(piece, blockId));
    }

    private boolean hasPieceOf(String blockId) {
        return pieces.stream().anyMatch(piece -> !(piece instanceof Piece.Section) && isOf(piece, blockId));
    }

    private static boolean isOf(Piece piece, String blockId) {
        return switch (piece) {
            case Piece.Text text -> text.segment().blockId().equals(blockId);
            case Piece.Media media -> media.address().blockId().equals(blockId);
            case Piece.Section _ -> true;
            case Piece.NewMessage _ -> false;
        };
    }

    private void endMessage() {
        if (isBegunInside && isBlank()) {
            pieces.clear();
        }
        List<Piece> sent = Sections.without(pieces);
        if (sent.stream().anyMatch(Piece.Media.class::isInstance) && !isBlank()) {
            messages.add(MediaMessage.of(role, api, sent));
        } else if (!sent.isEmpty()) {
            messages.add(new Message(role, form, sent.stream().map(Renderer::textOf).toList()));
        }
        pieces.clear();
        isBegunInside = false;
        form = Form.TEXT;
    }
}
