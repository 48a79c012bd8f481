package dev.cachewright.cache.request;

import dev.cachewright.cache.request.Refusal.Reason;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Breakpoint;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Segment;
import dev.cachewright.prompt.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where breakpoints stand, in the order in which the blocks are sent.
final class BreakpointPlaces {

    private static final Pattern ADDITIONAL_TOOLS = Pattern.compile("\"type\"\\s*:\\s*\"additional_tools\"");

    private static final Pattern TYPE = Pattern.compile("\"type\"\\s*:\\s*\"(\\w+)\"");

    private BreakpointPlaces() {
    }

    /// The end of a block.
    ///
    /// @param item the JSON of a block that is an item, else empty; made a string only where a breakpoint stands
    /// @param isMarked whether a breakpoint stands there
    /// @param ttl the breakpoint's own lifetime; empty where it has none
    record Place(String blockId, Role role, Form form, boolean isEmpty, Text item, boolean isMarked, String ttl) {

        Place marked() {
            return new Place(blockId, role, form, isEmpty, item, true, ttl);
        }

        /// Why a provider with breakpoints takes none here. What a request has no field for is refused of every model,
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
            if (api != Api.MESSAGES && ADDITIONAL_TOOLS.matcher(item.toString()).find()) {
                return Optional.of(Reason.ADDITIONAL_TOOLS);
            }
            if (api != Api.MESSAGES && role == Role.ASSISTANT) {
                return Optional.of(Reason.ASSISTANT_OUTPUT);
            }
            if (api == Api.MESSAGES && lastType().endsWith("thinking")) {
                return Optional.of(Reason.THINKING);
            }
            return isEmpty ? Optional.of(Reason.EMPTY_TEXT) : Optional.empty();
        }

        /// The type of the item's last part: `thinking`, `redacted_thinking`, `tool_use`, …
        private String lastType() {
            return TYPE.matcher(item.toString()).results().reduce((first, second) -> second)
                    .map(found -> found.group(1)).orElse("");
        }
    }

    static List<Place> of(Prompt prompt) {
        Api api = prompt.settings().api();
        return prompt.blocks().stream().map(BreakpointPlaces::place).sorted(order(api)).toList();
    }

    private static Place place(Block block) {
        Form form = block.form();
        return new Place(block.id(), block.role(), form, block.content().length() == 0,
                form == Form.ITEM ? block.content() : Text.empty(), block.breakpoint().isPresent(),
                block.breakpoint().map(Breakpoint::ttl).orElse(""));
    }

    /// The places of a rendered request, where a block is empty if its values are.
    static List<Place> of(Request request) {
        var places = new ArrayList<Place>();
        for (Message message : request.messages()) {
            var lengths = new LinkedHashMap<String, Integer>();
            for (Segment segment : message.segments()) {
                lengths.merge(segment.blockId(), segment.length(), Integer::sum);
            }
            lengths.forEach((id, length) -> {
                Optional<Breakpoint> mark = request.breakpointBehind(id);
                places.add(new Place(id, message.role(), message.form(), length == 0,
                        message.form() == Form.ITEM ? Text.of(message.text()) : Text.empty(), mark.isPresent(),
                        mark.map(Breakpoint::ttl).orElse("")));
            });
        }
        places.sort(order(request.settings().api()));
        return places;
    }

    /// Messages puts all instructions before the conversation.
    private static Comparator<Place> order(Api api) {
        return Comparator.comparing(place -> {
            boolean isFirst = !place.role().isMessage() || api == Api.MESSAGES && place.role().isInstruction();
            return isFirst && place.role().isMessage() ? Role.SYSTEM : isFirst ? place.role() : Role.USER;
        });
    }
}
