package dev.cachewright.token.claude;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The line that Claude Code and the Agent SDK put before the system prompt, with a `cch=` that every call changes.
///
/// On Anthropic's own server what it says is no part of the prefix. Source: two calls recorded at api.anthropic.com on
/// 2026-08-20, the second of which read all tokens that the first had left, under another `cch=` (the Agent SDK's tests
/// in DataDog/dd-trace-js, 3da17772 and 3111c30b). Other servers compare it as text.
public final class BillingLine {

    /// How it begins; all that is left of it.
    public static final String NAME = "x-anthropic-billing-header";

    private BillingLine() {
    }

    /// Whether a system text is such a line, and nothing else.
    public static boolean is(String text) {
        return text.startsWith(NAME) && text.strip().lines().count() == 1;
    }

    /// The request as Anthropic's own server compares it: only the name of the line is left where there is one.
    public static Request without(Request request) {
        List<Message> messages = request.messages();
        int index = (int) messages.stream().takeWhile(message -> !message.role().isMessage()).count();
        if (request.settings().api() != Api.MESSAGES || index == messages.size() || !hasLine(messages.get(index))) {
            return request;
        }
        var changed = new ArrayList<>(messages);
        changed.set(index, withName(messages.get(index)));
        return new Request(changed, request.settings(), request.breakpoints());
    }

    private static boolean hasLine(Message message) {
        return message.role() == Role.SYSTEM && message.form() != Form.ITEM
                && message.segments().getFirst().content().startsWith(NAME, 0)
                && is(first(message).stream().map(Segment::text).collect(Collectors.joining()));
    }

    /// What comes of the first block.
    private static List<Segment> first(Message message) {
        String blockId = message.segments().getFirst().blockId();
        return message.segments().stream().takeWhile(segment -> segment.blockId().equals(blockId)).toList();
    }

    private static Message withName(Message message) {
        Segment first = message.segments().getFirst();
        var segments = new ArrayList<Segment>();
        segments.add(new Segment(first.blockId(), first.content().sub(0, NAME.length()), first.start(),
                first.isValue()));
        segments.addAll(message.segments().subList(first(message).size(), message.segments().size()));
        return new Message(message.role(), message.form(), segments);
    }
}
