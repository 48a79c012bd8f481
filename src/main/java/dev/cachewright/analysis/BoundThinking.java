package dev.cachewright.analysis;

import dev.cachewright.cache.request.ContentEnd;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Role;
import dev.cachewright.token.request.FlatTokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Thinking in conversations that is bound to what stands before it.
///
/// Since Claude 5.1 the signature of a thinking block holds for the exact tools, system prompt and messages before it.
/// Where one of them changed, the API refuses the request with 400 or drops the block, by model and account. Source:
/// Anthropic's page on prefix checks of preserved thinking, 2026-11.
public final class BoundThinking {

    private static final Pattern SIGNATURE = Pattern.compile("\"signature\"\\s*:\\s*\"([^\"]+)\"");

    /// The requests that thinking was seen in first, by its signature.
    private final Map<String, Seen> seen = new HashMap<>();

    /// @param start counted tokens before the message with the thinking
    private record Seen(FlatTokens tokens, int start) {
    }

    /// A message with thinking.
    private record Thought(String blockId, String signature, int start) {
    }

    /// The block of the first thinking in a request that is no longer preceded by what it was first seen after; empty
    /// where there is none, or the model does not check it.
    ///
    /// Requests are asked about in the order in which they are sent.
    public Optional<String> refusedIn(Destination destination, CountedRequest counted) {
        if (!destination.bindsThinking()) {
            return Optional.empty();
        }
        Optional<String> refused = Optional.empty();
        FlatTokens tokens = null;
        for (Thought thought : thoughts(counted)) {
            tokens = tokens == null ? counted.tokens().flat() : tokens;
            Seen first = seen.putIfAbsent(thought.signature(), new Seen(tokens, thought.start()));
            boolean isMoved = first != null && (first.start() != thought.start()
                    || tokens.commonPrefix(first.tokens(), 0) < first.start());
            refused = refused.isEmpty() && isMoved ? Optional.of(thought.blockId()) : refused;
        }
        return refused;
    }

    /// The block of the first thinking in a request of which only so many tokens are the same in every row.
    static Optional<String> firstAfter(CountedRequest counted, int unchanged) {
        return thoughts(counted).stream().filter(thought -> thought.start() > unchanged).map(Thought::blockId)
                .findFirst();
    }

    private static List<Thought> thoughts(CountedRequest counted) {
        List<Message> messages = counted.request().messages();
        if (messages.stream().noneMatch(BoundThinking::isThought)) {
            return List.of();
        }
        var thoughts = new ArrayList<Thought>();
        int before = 0;
        int last = -1;
        for (ContentEnd end : counted.content().ends()) {
            if (end.message() != last) {
                last = end.message();
                if (isThought(messages.get(last))) {
                    Matcher signature = SIGNATURE.matcher(messages.get(last).text());
                    thoughts.add(new Thought(end.blockId(), signature.find() ? signature.group(1) : "", before));
                }
            }
            before = end.position();
        }
        return thoughts;
    }

    private static boolean isThought(Message message) {
        return message.role() == Role.ASSISTANT && message.form() == Form.ITEM
                && SIGNATURE.matcher(message.text()).find();
    }
}
