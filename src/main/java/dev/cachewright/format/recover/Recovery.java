package dev.cachewright.format.recover;

import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The prompts behind recorded requests, and the calls that none of them has.
///
/// Each row of each prompt was rendered and written, through the prompt's file, and gave the JSON value of its request:
/// all of it but the fields that a note names, which stand in the row under `@body`. A call for which that does not
/// hold is left out.
///
/// @param prompts those of most calls first
public record Recovery(List<RecoveredPrompt> prompts, List<LeftOut> leftOut) {

    private static final String NO_REQUEST = "with no request body";
    private static final String ALONE = "whose settings, tools, schema or messages no other call has";
    private static final String NOT_EXACT = "that a prompt file does not give back exactly";

    public Recovery {
        prompts = List.copyOf(prompts);
        leftOut = List.copyOf(leftOut);
    }

    /// Recovers the prompts of the calls of one family. May take seconds: not on the UI thread.
    public static Recovery of(List<Recorded> calls) {
        return new Making().recover(calls);
    }

    /// How many calls came back exactly.
    public int exact() {
        return prompts.stream().mapToInt(RecoveredPrompt::calls).sum();
    }

    /// One recovery while it is made.
    private static final class Making {

        private final List<RecoveredPrompt> prompts = new ArrayList<>();
        private final Map<String, LeftOut> leftOut = new LinkedHashMap<>();

        Recovery recover(List<Recorded> calls) {
            List<Object> read = calls.parallelStream().map(Making::read).toList();
            read.stream().filter(Recorded.class::isInstance).forEach(call -> leave((Recorded) call, NO_REQUEST));
            List<ReadCall> known = read.stream().filter(ReadCall.class::isInstance).map(ReadCall.class::cast).toList();
            List<Group> groups = Grouping.of(known);
            for (Group group : groups) {
                if (group.calls().size() == 1 && known.size() > 1) {
                    leave(group.calls().getFirst().source(), ALONE);
                } else {
                    recover(group, 0);
                }
            }
            prompts.sort(Comparator.comparingInt((RecoveredPrompt prompt) -> -prompt.calls()));
            return new Recovery(prompts, List.copyOf(leftOut.values()));
        }

        private static Object read(Recorded call) {
            try {
                return ReadCall.of(call);
            } catch (InputException _) {
                return call;
            }
        }

        private void leave(Recorded call, String reason) {
            leftOut.merge(reason, new LeftOut(reason, 1, call.place()), (before, _) -> new LeftOut(reason,
                    before.count() + 1, before.first()));
        }

        /// What does not come back is tried once more by itself.
        private void recover(Group group, int depth) {
            Tried best = Tried.of(group, Group.Form.FULL);
            for (Group.Form form : List.of(Group.Form.PLAIN, Group.Form.WHOLE)) {
                if (!best.failed().isEmpty()) {
                    Tried other = Tried.of(group, form);
                    best = other.failed().size() < best.failed().size() ? other : best;
                }
            }
            best.prompt().ifPresent(prompts::add);
            List<ReadCall> failed = best.failed();
            boolean mayTryAgain = depth == 0 && failed.size() > 1 && failed.size() < group.calls().size();
            if (mayTryAgain) {
                recover(new Group(failed, group.shared(), group.elements()), depth + 1);
            } else {
                failed.forEach(call -> leave(call.source(), NOT_EXACT));
            }
        }
    }
}
