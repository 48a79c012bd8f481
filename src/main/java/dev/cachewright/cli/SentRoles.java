package dev.cachewright.cli;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Message;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Segment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// The roles under which the parts of each block are sent, one after the other: tags in a block can begin other messages.
final class SentRoles {

    private final Map<String, Deque<String>> byBlock = new HashMap<>();

    SentRoles(Request request) {
        for (Message message : request.messages()) {
            message.segments().stream().map(Segment::blockId).distinct().forEach(
                    id -> byBlock.computeIfAbsent(id, _ -> new ArrayDeque<>()).add(message.role().word()));
        }
    }

    /// That of the next part of a block.
    String next(Block block) {
        Deque<String> left = byBlock.getOrDefault(block.id(), new ArrayDeque<>());
        return left.isEmpty() ? block.role().word() : left.poll();
    }
}
