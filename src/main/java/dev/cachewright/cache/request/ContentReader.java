package dev.cachewright.cache.request;

import dev.cachewright.prompt.Api;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads what a cache sees of requests. Tools, which requests share, are read once.
public final class ContentReader {

    private static final int REMEMBERED = 64;

    private final Recent<Object, ItemContent> tools = new Recent<>(REMEMBERED);

    /// @param request as it is sent
    /// @param tokens of that request
    public RequestContent read(Request request, RequestTokens tokens) {
        return new Reading(request).read(tokens);
    }

    /// The state of one reading.
    private final class Reading {

        private final List<ContentEnd> ends = new ArrayList<>();
        private final Set<String> traits = new HashSet<>();
        private final Request request;
        private final Map<String, Breakpoint> marks;
        private final MarkForm form;

        private Reading(Request request) {
            this.request = request;
            marks = request.breakpointsByBlock();
            form = MarkForm.of(request.settings());
        }

        private RequestContent read(RequestTokens tokens) {
            List<BlockEnd> found = tokens.ends();
            // Ends come message by message.
            for (int from = 0; from < found.size();) {
                int number = found.get(from).message();
                int to = from;
                while (to < found.size() && found.get(to).message() == number) {
                    to++;
                }
                Message message = request.messages().get(number);
                List<BlockEnd> own = found.subList(from, to);
                if (message.role().isMessage() && message.form() != Form.ITEM) {
                    addText(message, own);
                } else {
                    addItem(contentOf(number), message, own);
                }
                from = to;
            }
            return new RequestContent(ends, traits, request.settings().cache());
        }

        private void addText(Message message, List<BlockEnd> own) {
            Set<String> withText = withText(message, form);
            own.forEach(end -> ends.add(new ContentEnd(end.blockId(), message.role(), end.message(), end.isLast(),
                    end.position(), 1, withText.contains(end.blockId()), false, ofBlock(end))));
        }

        /// The end of each part but the last is one of its own; the end of the block stands for those that are left.
        private void addItem(ItemContent content, Message message, List<BlockEnd> own) {
            List<ItemPart> parts = content.parts();
            int told = 0;
            for (BlockEnd end : own.subList(0, Math.min(own.size() - 1, parts.size() - 1))) {
                ItemPart part = parts.get(told);
                ends.add(new ContentEnd(end.blockId(), message.role(), end.message(), false, end.position(),
                        part.positions(), part.isCacheable(), part.isServerResult(),
                        end.part().isPresent() ? markOf(part) : ofBlock(end).or(() -> markOf(part))));
                told++;
            }
            List<ItemPart> rest = parts.subList(told, parts.size());
            BlockEnd end = own.getLast();
            Optional<String> mark = ofBlock(end).or(() -> rest.reversed().stream().map(this::markOf)
                    .flatMap(Optional::stream).findFirst());
            ends.add(new ContentEnd(end.blockId(), message.role(), end.message(), end.isLast(), end.position(),
                    rest.stream().mapToInt(ItemPart::positions).sum(), content.last().isCacheable(),
                    content.last().isServerResult(), mark));
            traits.addAll(content.traits());
        }

        private Optional<String> ofBlock(BlockEnd end) {
            return Optional.ofNullable(marks.get(end.blockId())).map(Breakpoint::ttl);
        }

        private Optional<String> markOf(ItemPart part) {
            return part.mark().filter(mark -> mark.form() == form).map(mark -> mark.ttl().orElse(ItemMark.UNREADABLE));
        }

        private ItemContent contentOf(int number) {
            Message part = request.messages().get(number);
            if (part.role() == Role.TOOLS) {
                return tools.get(List.of(form, part.text()), key -> ItemContent.of(part, form,
                        request.settings().api()));
            }
            ItemContent content = ItemContent.of(part, form, request.settings().api());
            // Results of Chat Completions reach Anthropic as one message.
            boolean continues = part.role() == Role.TOOL && number > 0
                    && request.messages().get(number - 1).role() == Role.TOOL;
            return continues && request.settings().api() == Api.CHAT ? content.continued() : content;
        }
    }

    /// The blocks that are not empty in this message.
    private static Set<String> withText(Message message, MarkForm form) {
        return message.segments().stream().filter(segment -> form.lengthOf(segment) > 0).map(Segment::blockId)
                .collect(Collectors.toSet());
    }
}
