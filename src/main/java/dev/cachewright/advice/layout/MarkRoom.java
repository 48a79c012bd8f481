package dev.cachewright.advice.layout;

import dev.cachewright.advice.Calls;
import dev.cachewright.analysis.CountedRequest;
import dev.cachewright.cache.request.BreakpointCheck;
import dev.cachewright.cache.request.SentRequest;
import dev.cachewright.cache.request.SentRequests;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Request;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Where breakpoints may be set, and how many.
///
/// @param accepted the blocks after which the provider accepts one in every call
/// @param slots how many there may be where the prompt's own are dropped; 0 where these have to stay
/// @param beside how many there may be beside the prompt's own
record MarkRoom(Set<String> accepted, int slots, int beside) {

    /// Of a server that ends prefixes by itself.
    static final MarkRoom NONE = new MarkRoom(Set.of(), 0, 0);

    /// The breakpoints of a conversation stay: they are where its next turn goes on.
    static MarkRoom of(Prompt prompt, Calls calls) {
        if (!calls.terms().rules().hasBreakpoints()) {
            return NONE;
        }
        boolean mayDrop = calls.areAllCounted();
        List<SentRequest> own = calls.requests().stream().map(CountedRequest::sent).toList();
        List<SentRequest> bare = mayDrop ? bare(calls) : own;
        List<BreakpointCheck> checks = bare.stream().map(SentRequest::breakpoints).distinct().toList();
        Set<String> accepted = prompt.blocks().stream().map(Block::id)
                .filter(id -> checks.stream().allMatch(check -> check.refusalOfNew(id).isEmpty()))
                .collect(Collectors.toSet());
        return new MarkRoom(accepted, mayDrop ? free(bare) : 0, free(own));
    }

    /// The requests without the breakpoints of the prompt.
    private static List<SentRequest> bare(Calls calls) {
        SentRequests requests = calls.destination().requests();
        return calls.requests().stream()
                .map(call -> requests.of(new Request(call.request().messages(), call.request().settings()))).toList();
    }

    /// The slots that no breakpoint has, nor the provider's own.
    private static int free(List<SentRequest> requests) {
        return requests.stream().mapToInt(sent -> {
            BreakpointCheck check = sent.breakpoints();
            String mode = sent.request().settings().cache().mode();
            boolean isOneTaken = sent.request().settings().api() == Api.MESSAGES
                    ? mode.equals("automatic")
                    : !mode.equals("explicit");
            return check.slots() - check.count() - (isOneTaken ? 1 : 0);
        }).min().orElse(0);
    }
}
