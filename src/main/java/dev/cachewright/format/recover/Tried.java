package dev.cachewright.format.recover;

import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.text.InputException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// A group made into a prompt, and the calls whose rows do not give them back.
///
/// @param prompt with the rows that hold; empty where none does
record Tried(Optional<RecoveredPrompt> prompt, List<ReadCall> failed) {

    static Tried of(Group group, Group.Form form) {
        try {
            Group.Draft draft = group.draft(form);
            var proof = Proof.of(draft.prompt(), draft.varying());
            List<Boolean> holds = IntStream.range(0, draft.rows().size()).parallel().mapToObj(i -> proof.holds(draft
                    .rows().get(i), group.calls().get(i).tree())).toList();
            List<Row> rows = IntStream.range(0, holds.size()).filter(holds::get).mapToObj(draft.rows()::get).toList();
            List<ReadCall> failed = IntStream.range(0, holds.size()).filter(i -> !holds.get(i)).mapToObj(group
                    .calls()::get).toList();
            return new Tried(rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RecoveredPrompt(draft.prompt(), values(rows), notes(group, draft))), failed);
        } catch (InputException _) {
            return new Tried(Optional.empty(), group.calls());
        }
    }

    private static Values values(List<Row> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.values().keySet()));
        return new Values("", List.copyOf(columns), rows);
    }

    private static List<String> notes(Group group, Group.Draft draft) {
        var notes = new ArrayList<String>();
        List<String> left = draft.varying().stream().filter(name -> !ReadCall.isOfPrompt(name)
                && !Sending.FIELDS.contains(name)).toList();
        if (!left.isEmpty()) {
            notes.add("The prompt does not send what no prompt can vary: " + String.join(", ", left)
                    + ". The rows have it in @body");
        }
        List<String> first = draft.varying().stream().filter(ReadCall::isOfPrompt).toList();
        if (!first.isEmpty()) {
            notes.add("The prompt has these as its first call has them, the rows have their own in @body, and no "
                    + "forecast knows of those: " + String.join(", ", first));
        }
        if (Sending.isOtherwise(group.calls())) {
            notes.add("Fields without a value are not sent, and an input is sent as a list of messages: both mean the "
                    + "same to the server");
        }
        if (draft.isConversation()) {
            notes.add("The calls are conversations of different lengths: what follows the beginning that they share is "
                    + "the variable " + Turns.NAME);
        }
        return notes;
    }
}
