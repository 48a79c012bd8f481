package dev.cachewright.format.recover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cachewright.format.body.RequestBodyReader;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Calls that one prompt can hold, made into it.
///
/// @param shared the blocks of messages that all have; what comes after them is the rest of a conversation
/// @param elements the messages of the conversation among them
record Group(List<ReadCall> calls, int shared, int elements) {

    private static final ObjectMapper OBJECTS = new ObjectMapper();

    /// A prompt and its rows, not proved yet.
    ///
    /// @param varying fields of the body that the rows hold
    record Draft(Prompt prompt, List<Row> rows, Set<String> varying, boolean isConversation) {
    }

    boolean isConversation() {
        return calls.stream().anyMatch(call -> call.messages().size() > shared);
    }

    /// How much of a template is made of the calls: what a file does not give back is tried with less.
    enum Form {
        /// Optional parts, and blocks where static text and variables meet.
        FULL,
        /// Variables in the blocks that the requests have.
        PLAIN,
        /// Each block a variable.
        WHOLE
    }

    Draft draft(Form form) {
        Set<String> varying = varying();
        var columns = new Columns();
        var maker = new BlockMaker(columns, calls.size(), form);
        ReadCall first = calls.getFirst();
        Prompt base = RequestBodyReader.read(without(first.source().body(), varying), first.prompt().settings().api());
        List<List<String>> texts = calls.stream().map(ReadCall::texts).toList();
        var blocks = new ArrayList<>(base.blocks().stream().filter(block -> !block.role().isMessage()).toList());
        List<Block> models = first.messages();
        for (int i = 0; i < shared; i++) {
            int at = i;
            boolean canSplit = form == Form.FULL && Turns.isText(models.get(i), first.prompt().settings().api());
            Block model = canSplit ? Turns.asText(models.get(i)) : models.get(i);
            blocks.addAll(maker.make(model, canSplit, texts.stream().map(all -> all.get(at)).toList()));
        }
        if (isConversation()) {
            blocks.addAll(new Turns(calls, shared, elements).blocks(columns, texts));
        }
        List<Row> rows = IntStream.range(0, calls.size()).mapToObj(i -> row(i, columns, varying)).toList();
        Prompt prompt = base.withBlocks(BlockMaker.withOwnIds(blocks));
        boolean hasReturn = prompt.blocks().stream()
                .anyMatch(block -> block.role().isMessage() && block.text().contains(
                        "{{" + BlockMaker.RETURN + "}}"));
        return new Draft(hasReturn ? prompt.withDefault(BlockMaker.RETURN, "\r") : prompt, rows, varying,
                isConversation());
    }

    private Row row(int index, Columns columns, Set<String> varying) {
        ReadCall call = calls.get(index);
        Map<String, Object> values = new LinkedHashMap<>(columns.of(index));
        call.source().at().ifPresent(at -> values.put(RecoveredPrompt.AT, at.toString()));
        Map<String, Object> own = new LinkedHashMap<>();
        varying.stream().filter(call.tree()::has).forEach(field -> own.put(field, OBJECTS.convertValue(call.tree().get(
                field), Object.class)));
        if (!own.isEmpty()) {
            values.put(RecoveredPrompt.BODY, own);
        }
        return new Row(values);
    }

    /// Fields that are not the same in all calls and may differ.
    private Set<String> varying() {
        Set<String> names = new LinkedHashSet<>();
        calls.forEach(call -> call.tree().fieldNames().forEachRemaining(names::add));
        Set<String> varying = new TreeSet<>();
        names.stream().filter(name -> !ReadCall.isText(name)).forEach(name -> {
            Set<JsonNode> values = new HashSet<>();
            calls.forEach(call -> values.add(call.tree().path(name)));
            if (values.size() > 1) {
                varying.add(name);
            }
        });
        Sending.FIELDS.stream().filter(names::contains).forEach(varying::add);
        if (calls.getFirst().tree().path(Sending.MODEL).asText().contains("/")) {
            // A prompt file has the model without the words before it.
            varying.add(Sending.MODEL);
        }
        return varying;
    }

    private static String without(String body, Set<String> names) {
        if (names.isEmpty()) {
            return body;
        }
        var fields = RawJson.fields(body);
        names.stream().filter(name -> !ReadCall.isOfPrompt(name)).forEach(fields::remove);
        return RawJson.object(fields);
    }
}
