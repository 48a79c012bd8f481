package dev.cachewright.traffic;

import dev.cachewright.prompt.Role;
import dev.cachewright.traffic.piece.RequestPart;
import dev.cachewright.traffic.piece.RequestShape;
import java.util.HashSet;
import java.util.Set;

/// What changed between two requests where they part.
final class Changes {

    private final RequestShape earlier;
    private final RequestShape call;
    private final int piece;

    Changes(RequestShape earlier, RequestShape call) {
        this.earlier = earlier;
        this.call = call;
        this.piece = call.tokens().commonPieces(earlier.tokens());
    }

    /// Tokens that the two have in common from their beginning on.
    int shared() {
        return call.tokens().start(piece);
    }

    /// Where they part in the body of the call; empty where it has no text.
    String path() {
        return call.parts().isEmpty() ? "" : call.partAt(piece).path();
    }

    /// Why they part there.
    WasteCause cause() {
        if (call.parts().isEmpty() || earlier.parts().isEmpty()) {
            return WasteCause.VOLATILE_TEXT;
        }
        RequestPart now = call.partAt(piece);
        RequestPart before = earlier.partAt(piece);
        if (now.role() == Role.TOOLS || before.role() == Role.TOOLS) {
            return sections(Role.TOOLS, call).equals(sections(Role.TOOLS, earlier))
                    ? WasteCause.TOOLS_REORDERED
                    : WasteCause.TOOLS_CHANGED;
        }
        if (now.role() == Role.SCHEMA || before.role() == Role.SCHEMA) {
            return WasteCause.SCHEMA_CHANGED;
        }
        return isHistory(now) && isHistory(before) && isGoingOn(before) ? WasteCause.HISTORY_EDITED
                : WasteCause.VOLATILE_TEXT;
    }

    /// The pieces of all parts of a role.
    private static Set<Integer> sections(Role role, RequestShape request) {
        Set<Integer> pieces = new HashSet<>();
        int start = 0;
        for (RequestPart part : request.parts()) {
            for (int i = start; part.role() == role && i < part.end(); i++) {
                pieces.add(request.tokens().id(i));
            }
            start = part.end();
        }
        return pieces;
    }

    private static boolean isHistory(RequestPart part) {
        return part.role() != Role.SYSTEM && part.role() != Role.DEVELOPER;
    }

    /// Whether it is a conversation whose earlier messages were sent before: there was an answer in it.
    private boolean isGoingOn(RequestPart before) {
        boolean isAnswered = earlier.parts().stream()
                .anyMatch(part -> part.role() == Role.ASSISTANT || part.role() == Role.TOOL);
        return isAnswered && before.message() < earlier.parts().getLast().message();
    }
}
