package dev.cachewright.format.traffic;

import dev.cachewright.cache.request.ContentEnd;
import dev.cachewright.cache.request.RequestContent;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Settings;
import dev.cachewright.traffic.piece.CutText;
import dev.cachewright.traffic.piece.PieceCutter;
import dev.cachewright.traffic.piece.PieceTokens;
import dev.cachewright.traffic.piece.RequestPart;
import dev.cachewright.traffic.piece.RequestShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts the parts of a request into the order in which its server reads them: tools, schema, instructions, messages.
final class ShapeBuilder {

    private static final int FRAME = 4;

    private final PieceCutter cutter;
    private final List<Read> tools = new ArrayList<>();
    private final List<Read> schema = new ArrayList<>();
    private final List<Read> instructions = new ArrayList<>();
    private final List<Read> messages = new ArrayList<>();
    private final Set<String> traits = new HashSet<>();

    ShapeBuilder(PieceCutter cutter) {
        this.cutter = cutter;
    }

    /// A part as it was read.
    ///
    /// @param group tells the parts of one message from those of the next
    /// @param text of it, or what stands for it
    /// @param tokens 0 where the text is to be counted
    /// @param mark the lifetime of a breakpoint at its end
    record Read(Role role, String path, int group, PartText text, int tokens, Optional<String> mark) {
    }

    void add(Read part) {
        switch (part.role()) {
            case TOOLS -> tools.add(part);
            case SCHEMA -> schema.add(part);
            default -> (part.path().startsWith("/system") || part.path().startsWith("/instructions")
                    ? instructions
                    : messages).add(part);
        }
    }

    void trait(String trait) {
        traits.add(trait);
    }

    RequestShape build(CacheSettings wishes, Settings settings) {
        var pieces = new PieceTokens.Builder();
        var parts = new ArrayList<RequestPart>();
        var bounds = new ArrayList<Read>();
        String title = "";
        int message = -1;
        int group = Integer.MIN_VALUE;
        for (List<Read> section : List.of(tools, schema, instructions, messages)) {
            for (Read part : section) {
                boolean isNew = part.group() != group || section.getFirst() == part;
                if (isNew) {
                    message++;
                    group = part.group();
                    cutter.addWhole(part.role().ordinal() + 1L, FRAME, pieces);
                }
                if (part.tokens() > 0) {
                    cutter.addWhole(part.text().key(), part.tokens(), pieces);
                } else {
                    CutText cut = part.text().cut(cutter);
                    pieces.addAll(cut);
                    title = title.isEmpty() && (section == instructions || section == messages) ? cut.beginning()
                            : title;
                }
                parts.add(new RequestPart(part.role(), part.path(), message, pieces.size()));
                bounds.add(part);
            }
        }
        PieceTokens tokens = pieces.build();
        return new RequestShape(title, tokens, parts, new RequestContent(ends(parts, bounds, tokens), traits, wishes),
                settings);
    }

    private static List<ContentEnd> ends(List<RequestPart> parts, List<Read> read, PieceTokens tokens) {
        var ends = new ArrayList<ContentEnd>();
        for (int i = 0; i < parts.size(); i++) {
            RequestPart part = parts.get(i);
            boolean isLast = i + 1 == parts.size() || parts.get(i + 1).message() != part.message();
            ends.add(new ContentEnd(part.path(), part.role(), part.message(), isLast, tokens.start(part.end()), 1, true,
                    false, read.get(i).mark()));
        }
        return ends;
    }
}
