package dev.cachewright.format.file;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Role;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes the body of a prompt file: what has not changed in its own characters, the rest anew.
final class BlocksWriter {

    /// Put after a mark on a line that would else hold only white space. Two tags on a line are never taken for a
    /// line of their own, so nothing around them is lost.
    static final String GUARD = "{{! }}";
    /// Put at the end of a file with front matter whose text ends with white space, which would else be layout.
    static final String END_GUARD = GUARD + GUARD;

    private final SourceBody source;
    private final Map<String, SourceBlock> sources;
    private final String lineEnd;
    private final boolean isTrimmed;
    private final StringBuilder body = new StringBuilder();

    /// @param settings the text of the front matter before it
    BlocksWriter(SourceBody source, String lineEnd, String settings) {
        this.source = source;
        this.sources = source.blocks().stream()
                .collect(Collectors.toMap(known -> known.block().id(), Function.identity()));
        this.lineEnd = lineEnd;
        this.isTrimmed = isTrimmed(settings);
    }

    /// Whether white space at the ends of the body belongs to no message: where it has front matter, as in Dotprompt.
    static boolean isTrimmed(String settings) {
        return !settings.isEmpty() && !settings.equals("\uFEFF");
    }

    String write(List<Block> blocks) {
        Role before = null;
        boolean isFirst = true;
        for (Block block : blocks) {
            boolean startsMessage = !block.joined() || before != block.role();
            SourceBlock known = sources.get(block.id());
            if (known != null && hasSameHead(known, block, startsMessage, isFirst)) {
                body.append(known.head());
            } else {
                writeHead(block, startsMessage, isFirst && block.role() == Role.USER);
            }
            boolean isSame = known != null && known.block().content().equals(block.content());
            body.append(isSame ? known.text() : block.text().replace("\n", lineEnd));
            before = block.role();
            isFirst = false;
        }
        String tail = source.endsWith(blocks.isEmpty() ? "" : blocks.getLast().id()) ? source.tail()
                : isTrimmed ? source.layout() : "";
        boolean endsWithText = !blocks.isEmpty() && !blocks.getLast().content().isEmpty();
        if (isTrimmed && endsWithText && Character.isWhitespace(body.charAt(body.length() - 1))
                && !tail.startsWith(END_GUARD)) {
            body.append(END_GUARD);
        }
        body.append(tail);
        return body.toString();
    }

    /// Whether the characters before the block's text still say what the block is.
    private static boolean hasSameHead(SourceBlock source, Block block, boolean startsMessage, boolean isFirst) {
        Block read = source.block();
        boolean isSame = read.role() == block.role() && read.kind() == block.kind()
                && read.attributes().equals(block.attributes());
        boolean begins = source.startsMessage() || isFirst && block.role() == Role.USER;
        return isSame && (startsMessage ? begins : !source.startsMessage());
    }

    private void writeHead(Block block, boolean startsMessage, boolean isDefaultRole) {
        if (startsMessage && !isDefaultRole) {
            body.append("{{role \"").append(switch (block.role()) {
                case DEVELOPER -> "system";
                case ASSISTANT -> "model";
                default -> block.role().word();
            }).append("\"}}").append(lineEnd);
        }
        String tag = BlockMark.of(block).tag();
        if (isAtLineStart()) {
            body.append(tag).append(lineEnd);
        } else {
            body.append(tag).append(isAfterText() ? "" : GUARD);
        }
    }

    private boolean isAtLineStart() {
        return body.isEmpty() || body.charAt(body.length() - 1) == '\n';
    }

    private boolean isAfterText() {
        int at = body.length() - 1;
        while (at >= 0 && body.charAt(at) != '\n' && Character.isWhitespace(body.charAt(at))) {
            at--;
        }
        return at >= 0 && body.charAt(at) != '\n';
    }
}
