package dev.cachewright.advice.layout;

import dev.cachewright.cache.request.BreakpointCheck;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
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

    /// @param own the calls as they are
    /// @param bare the same calls without the breakpoints of the prompt; the calls as they are where these have to stay
    static MarkRoom of(Prompt prompt, Calls own, Calls bare) {
        if (!own.terms().rules().hasBreakpoints()) {
            return NONE;
        }
        List<BreakpointCheck> checks = bare.requests().stream().map(call -> call.sent().breakpoints()).distinct()
                .toList();
        Set<String> accepted = prompt.blocks().stream().map(Block::id)
                .filter(id -> checks.stream().allMatch(check -> check.refusalOfNew(id).isEmpty()))
                .collect(Collectors.toSet());
        return new MarkRoom(accepted, bare == own ? 0 : free(bare), free(own));
    }

    /// The slots that no breakpoint has, nor the provider's own.
    private static int free(Calls calls) {
        return calls.requests().stream().mapToInt(call -> {
            BreakpointCheck check = call.sent().breakpoints();
            String mode = call.content().wishes().mode();
            boolean isOneTaken = call.request().settings().api() == dev.cachewright.prompt.Api.MESSAGES
                    ? mode.equals("automatic")
                    : !mode.equals("explicit");
            return check.slots() - check.count() - (isOneTaken ? 1 : 0);
        }).min().orElse(0);
    }
}
