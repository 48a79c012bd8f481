package dev.cachewright.prompt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// A part of a message that is rendered as an item because it holds a picture.
///
/// @param blockId the block that it comes from
/// @param end where its closing brace is in the text of the message
/// @param isLastOfBlock whether no part of the same block follows it
public record ItemPart(String blockId, int end, boolean isLastOfBlock) {

    /// The parts of a message, in order; nothing for one that is one block.
    public static List<ItemPart> of(Message message) {
        if (message.form() != Form.ITEM
                || message.segments().stream().map(Segment::blockId).distinct().limit(2).count() < 2) {
            return List.of();
        }
        String text = message.text();
        var parts = new ArrayList<ItemPart>();
        int depth = 0;
        boolean isQuoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (isQuoted && c == '\\') {
                at++;
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && (c == '{' || c == '[')) {
                depth++;
            } else if (!isQuoted && (c == '}' || c == ']')) {
                depth--;
                // The parts are objects in the list that the message holds.
                if (depth == 2 && c == '}') {
                    parts.add(new ItemPart(blockAt(message, at), at, false));
                }
            }
        }
        return marked(parts);
    }

    private static List<ItemPart> marked(List<ItemPart> parts) {
        var later = new HashSet<String>();
        var marked = new ArrayList<ItemPart>();
        for (ItemPart part : parts.reversed()) {
            marked.addFirst(new ItemPart(part.blockId(), part.end(), later.add(part.blockId())));
        }
        return List.copyOf(marked);
    }

    private static String blockAt(Message message, int offset) {
        int end = 0;
        for (Segment segment : message.segments()) {
            end += segment.length();
            if (offset < end) {
                return segment.blockId();
            }
        }
        return message.segments().getLast().blockId();
    }
}
