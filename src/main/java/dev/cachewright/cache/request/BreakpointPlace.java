package dev.cachewright.cache.request;

import dev.cachewright.cache.request.Refusal.Reason;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Breakpoint;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The end of a block in a request: where a breakpoint is, or could be.
///
/// @param isEmpty whether the block has no text in this row
/// @param item the message of a block that is an item; empty for other blocks. It is read only where it matters
/// @param isMarked whether a breakpoint is set there
/// @param ttl the breakpoint's own lifetime; empty where it has none
record BreakpointPlace(String blockId, Role role, Form form, boolean isEmpty, Optional<Message> item,
        boolean isMarked, String ttl) {

    /// The places in the order in which the blocks are sent.
    static List<BreakpointPlace> of(Request request) {
        var places = new ArrayList<BreakpointPlace>();
        Map<String, Breakpoint> marks = request.breakpointsByBlock();
        for (Message message : request.messages()) {
            Optional<Message> item = message.form() == Form.ITEM
                    ? Optional.of(message)
                    : Optional.empty();
            var lengths = new LinkedHashMap<String, Integer>();
            for (Segment segment : message.segments()) {
                lengths.merge(segment.blockId(), segment.length(), Integer::sum);
            }
            lengths.forEach((id, length) -> {
                Optional<Breakpoint> mark = Optional.ofNullable(marks.get(id));
                places.add(new BreakpointPlace(id, message.role(), message.form(), length == 0, item,
                        mark.isPresent(), mark.map(Breakpoint::ttl).orElse("")));
            });
        }
        places.sort(order(request.settings().api()));
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
        return new BreakpointPlace(blockId, role, form, isEmpty, item, true, ttl);
    }

    /// Whether the provider's own caching can end here: neither thinking nor empty text.
    boolean isCacheable() {
        return !isEmpty && !endsInThinking();
    }

    private boolean endsInThinking() {
        return item.map(ItemContent::of).filter(ItemContent::endsInThinking).isPresent();
    }

    /// Why a provider with breakpoints accepts none here. What a request has no field for is refused for every model,
    /// the rest only where the model is known.
    Optional<Reason> refusal(Api api, boolean isKnown) {
        if (role == Role.SCHEMA) {
            return Optional.of(Reason.SCHEMA);
        }
        if (role == Role.TOOLS && api != Api.MESSAGES) {
            return Optional.of(Reason.TOOLS);
        }
        if (form == Form.INSTRUCTIONS && api == Api.RESPONSES) {
            return Optional.of(Reason.INSTRUCTIONS);
        }
        return isKnown ? refusalOfContent(api) : Optional.empty();
    }

    private Optional<Reason> refusalOfContent(Api api) {
        if (api != Api.MESSAGES && item.map(ItemContent::of).filter(ItemContent::addsTools).isPresent()) {
            return Optional.of(Reason.ADDITIONAL_TOOLS);
        }
        if (api != Api.MESSAGES && role == Role.ASSISTANT) {
            return Optional.of(Reason.ASSISTANT_OUTPUT);
        }
        if (api == Api.MESSAGES && endsInThinking()) {
            return Optional.of(Reason.THINKING);
        }
        return isEmpty ? Optional.of(Reason.EMPTY_TEXT) : Optional.empty();
    }
}
