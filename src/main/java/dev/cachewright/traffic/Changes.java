package dev.cachewright.traffic;

import dev.cachewright.prompt.Role;
import dev.cachewright.traffic.piece.RequestPart;
import dev.cachewright.traffic.piece.RequestShape;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What changed between two requests where they part.
final class Changes {

    private final RequestShape earlier;
    private final RequestShape call;
    /// Of the call, where they part.
    private final int piece;
    /// The same of the earlier one.
    private final int other;

    Changes(RequestShape earlier, RequestShape call) {
        this(earlier, call, call.tokens().commonPieces(earlier.tokens()), call.tokens().commonPieces(earlier.tokens()));
    }

    private Changes(RequestShape earlier, RequestShape call, int piece, int other) {
        this.earlier = earlier;
        this.call = call;
        this.piece = piece;
        this.other = other;
    }

    /// Where the messages part, behind tools or a schema that part before; empty where nothing parts before them. With
    /// the first change alone mended, what comes after this one would still not be read.
    Optional<Changes> inMessages() {
        boolean isBefore = !call.parts().isEmpty() && !earlier.parts().isEmpty()
                && (isBeforeMessages(call.partAt(piece)) || isBeforeMessages(earlier.partAt(other)));
        if (!isBefore) {
            return Optional.empty();
        }
        int now = messages(call);
        int before = messages(earlier);
        while (now < call.tokens().pieces() && before < earlier.tokens().pieces()
                && call.tokens().id(now) == earlier.tokens().id(before)) {
            now++;
            before++;
        }
        return Optional.of(new Changes(earlier, call, now, before));
    }

    private static boolean isBeforeMessages(RequestPart part) {
        return part.role() == Role.TOOLS || part.role() == Role.SCHEMA;
    }

    /// The piece at which the messages begin.
    private static int messages(RequestShape request) {
        int start = 0;
        for (RequestPart part : request.parts()) {
            if (!isBeforeMessages(part)) {
                return start;
            }
            start = part.end();
        }
        return start;
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
        RequestPart before = earlier.partAt(other);
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
