package dev.cachewright.cache.request;

import dev.cachewright.prompt.Breakpoint;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Segment;
import dev.cachewright.token.part.Recent;
import dev.cachewright.token.request.BlockEnd;
import dev.cachewright.token.request.RequestTokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads what a cache sees of requests. Tools, which requests share, are read once.
public final class ContentReader {

    private static final int REMEMBERED = 64;

    private final Recent<String, ItemContent> tools = new Recent<>(REMEMBERED);

    /// @param request as it is sent
    /// @param tokens of that request
    public RequestContent read(Request request, RequestTokens tokens) {
        var ends = new ArrayList<ContentEnd>();
        Set<String> traits = new HashSet<>();
        Map<String, Breakpoint> marks = request.breakpointsByBlock();
        Set<String> withText = Set.of();
        int before = -1;
        for (BlockEnd end : tokens.ends()) {
            Message message = request.messages().get(end.message());
            // Ends come message by message.
            withText = end.message() == before ? withText : withText(message);
            before = end.message();
            Optional<String> mark = Optional.ofNullable(marks.get(end.blockId())).map(Breakpoint::ttl);
            if (message.role().isMessage() && message.form() != Form.ITEM) {
                ends.add(new ContentEnd(end.blockId(), message.role(), end.message(), end.isLast(), end.position(), 1,
                        withText.contains(end.blockId()), mark));
            } else {
                ItemContent content = contentOf(message);
                ends.add(new ContentEnd(end.blockId(), message.role(), end.message(), end.isLast(), end.position(),
                        content.positions(), !content.endsInThinking(), mark));
                traits.addAll(content.traits());
            }
        }
        return new RequestContent(ends, traits, request.settings().cache());
    }

    private ItemContent contentOf(Message part) {
        return part.role() == Role.TOOLS
                ? tools.get(part.text(), json -> ItemContent.of(part))
                : ItemContent.of(part);
    }

    /// The blocks that are not empty in this message.
    private static Set<String> withText(Message message) {
        return message.segments().stream().filter(segment -> segment.length() > 0).map(Segment::blockId)
                .collect(Collectors.toSet());
    }
}
