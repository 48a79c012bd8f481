package dev.cachewright.prompt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is sent for one row, in the provider's own order: tools, schema, then the messages in their order.
///
/// @param messages tools and schema first where there are any; each message has at least one segment
/// @param breakpoints of its blocks, in the order in which they are sent
public record Request(List<Message> messages, Settings settings, List<Breakpoint> breakpoints) {

    public Request {
        messages = List.copyOf(messages);
        breakpoints = List.copyOf(breakpoints);
    }

    /// A request without breakpoints.
    public Request(List<Message> messages, Settings settings) {
        this(messages, settings, List.of());
    }

    /// The breakpoints by the block that they follow; made anew at each call.
    public Map<String, Breakpoint> breakpointsByBlock() {
        var byBlock = new HashMap<String, Breakpoint>();
        breakpoints.forEach(breakpoint -> byBlock.putIfAbsent(breakpoint.blockId(), breakpoint));
        return byBlock;
    }

    /// The exact JSON of the tools array, where the request has tools.
    public Optional<String> tools() {
        return ofRole(Role.TOOLS);
    }

    /// The exact JSON of the output schema, where the request has one.
    public Optional<String> schema() {
        return ofRole(Role.SCHEMA);
    }

    /// The messages without tools and schema.
    public List<Message> conversation() {
        return messages.stream().filter(message -> message.role().isMessage()).toList();
    }

    private Optional<String> ofRole(Role role) {
        return messages.stream().filter(message -> message.role() == role).findFirst().map(Message::text);
    }
}
