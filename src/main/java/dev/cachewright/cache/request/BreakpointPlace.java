package dev.cachewright.cache.request;

import dev.cachewright.cache.request.Refusal.Reason;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Breakpoint;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Segment;
import dev.cachewright.prompt.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A place in a request where a breakpoint is, or could be: the end of a block, or of a part of its JSON that carries a
/// marker of its own.
///
/// @param isEmpty whether the block has no text in this row
/// @param item the message of a block that is JSON; empty for other blocks. It is read only where it matters
/// @param isMarked whether a breakpoint is set there
/// @param ttl the breakpoint's own lifetime; empty where it has none
/// @param own the part with a marker of its own; empty for the end of the block
record BreakpointPlace(String blockId, Role role, Form form, boolean isEmpty, Optional<Message> item,
        boolean isMarked, String ttl, Optional<ItemPart> own) {

    /// The places in the order in which the blocks are sent.
    static List<BreakpointPlace> of(Request request) {
        var places = new ArrayList<BreakpointPlace>();
        Map<String, Breakpoint> marks = request.breakpointsByBlock();
        MarkForm markForm = MarkForm.of(request.settings());
        for (Message message : request.messages()) {
            boolean isJson = message.form() == Form.ITEM || message.role() == Role.TOOLS;
            Optional<Message> item = isJson ? Optional.of(message) : Optional.empty();
            var lengths = new LinkedHashMap<String, Integer>();
            for (Segment segment : message.segments()) {
                lengths.merge(segment.blockId(), markForm.lengthOf(segment), Integer::sum);
            }
            if (isJson && MarkForm.isIn(message.text())) {
                places.addAll(ownMarks(message, markForm, request.settings().api()));
            }
            lengths.forEach((id, length) -> {
                Optional<Breakpoint> mark = Optional.ofNullable(marks.get(id));
                places.add(new BreakpointPlace(id, message.role(), message.form(), length == 0, item,
                        mark.isPresent(), mark.map(Breakpoint::ttl).orElse(""), Optional.empty()));
            });
        }
        places.sort(order(request.settings().api()));
        return places;
    }

    private static List<BreakpointPlace> ownMarks(Message message, MarkForm form, Api api) {
        var places = new ArrayList<BreakpointPlace>();
        List<ItemPart> parts = ItemContent.of(message, form, api).parts();
        for (ItemPart part : parts) {
            part.mark().ifPresent(mark -> places.add(new BreakpointPlace(message.segments().getFirst().blockId(),
                    message.role(), message.form(), part.isEmpty(), Optional.of(message), true, mark.ttl().orElse(""),
                    Optional.of(part))));
        }
        return places;
    }

    /// Messages puts all instructions before the conversation.
    private static Comparator<BreakpointPlace> order(Api api) {
        return Comparator.comparing(place -> {
            boolean isFirst = !place.role().isMessage() || api == Api.MESSAGES && place.role().isInstruction();
            return isFirst && place.role().isMessage() ? Role.SYSTEM : isFirst ? place.role() : Role.USER;
        });
    }

    BreakpointPlace marked() {
        return new BreakpointPlace(blockId, role, form, isEmpty, item, true, ttl, own);
    }

    boolean isEndOf(String block) {
        return own.isEmpty() && blockId.equals(block);
    }

    /// The number of the part whose own marker this is, from 1 on; empty for the end of a block.
    OptionalInt part() {
        return own.map(part -> OptionalInt.of(part.number())).orElse(OptionalInt.empty());
    }

    /// Whether the provider's own caching can end here: neither thinking nor empty text.
    boolean isCacheable() {
        return !isEmpty && last().filter(part -> !part.isCacheable()).isEmpty();
    }

    /// What ends here, of JSON.
    private Optional<ItemPart> last() {
        return own.or(() -> item.map(json -> ItemContent.of(json, MarkForm.CACHE_CONTROL, Api.CHAT).last()));
    }

    /// Why a provider with breakpoints accepts none here. What a request has no field for is refused for every model,
    /// the rest only where the model is known.
    Optional<Reason> refusal(Settings settings, boolean isKnown) {
        boolean isAnthropic = MarkForm.of(settings) == MarkForm.CACHE_CONTROL;
        if (role == Role.SCHEMA) {
            return Optional.of(Reason.SCHEMA);
        }
        if (role == Role.TOOLS && !isAnthropic) {
            return Optional.of(Reason.TOOLS);
        }
        if (form == Form.INSTRUCTIONS && settings.api() == Api.RESPONSES) {
            return Optional.of(Reason.INSTRUCTIONS);
        }
        if (!isKnown) {
            return Optional.empty();
        }
        return isAnthropic ? refusalByAnthropic() : refusalByOpenAi();
    }

    private Optional<Reason> refusalByAnthropic() {
        Optional<ItemPart> last = last();
        if (last.filter(ItemPart::isThinking).isPresent()) {
            return Optional.of(Reason.THINKING);
        }
        if (last.filter(ItemPart::isDeferred).isPresent()) {
            return Optional.of(Reason.DEFERRED_TOOL);
        }
        return refusalOfEmpty(last);
    }

    private Optional<Reason> refusalByOpenAi() {
        Optional<ItemContent> content = item.map(json -> ItemContent.of(json, MarkForm.BREAKPOINT, Api.CHAT));
        if (content.filter(ItemContent::addsTools).isPresent()) {
            return Optional.of(Reason.ADDITIONAL_TOOLS);
        }
        return role == Role.ASSISTANT
                ? Optional.of(Reason.ASSISTANT_OUTPUT)
                : refusalOfEmpty(own.or(() -> content.map(ItemContent::last)));
    }

    private Optional<Reason> refusalOfEmpty(Optional<ItemPart> last) {
        return isEmpty || last.filter(ItemPart::isEmpty).isPresent()
                ? Optional.of(Reason.EMPTY_TEXT)
                : Optional.empty();
    }

    /// Why a marker in JSON is none to this server.
    ///
    /// @param wanted how the server's rules mark breakpoints; empty where they have none
    Optional<Reason> refusalOfMark(Optional<MarkForm> wanted) {
        return own.flatMap(ItemPart::mark).flatMap(mark -> wanted.filter(form -> form == mark.form()).isEmpty()
                ? Optional.of(Reason.MARKER_NOT_READ)
                : Optional.of(Reason.MARKER_UNKNOWN).filter(_ -> mark.ttl().isEmpty()));
    }
}
