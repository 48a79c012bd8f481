package dev.cachewright.format.recover;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Attributes;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Form;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rest of conversations of different lengths, as one variable.
///
/// Where it is nothing but text, the variable is a list that one block goes through. Else each message keeps its exact
/// JSON in a block of its own, which is not sent where a row has none.
final class Turns {

    static final String NAME = "turns";
    private static final String LOOP = "{{#each " + NAME + "}}{{role from}}{{text}}{{/each}}";

    private final List<ReadCall> calls;
    private final int shared;
    private final int elements;

    /// @param shared the blocks before the rest
    /// @param elements the messages of the conversation among them
    Turns(List<ReadCall> calls, int shared, int elements) {
        this.calls = calls;
        this.shared = shared;
        this.elements = elements;
    }

    /// Whether the blocks in its place make one text.
    static boolean isText(Block block, Api api) {
        return block.form() == Form.TEXT || block.form() == Form.INSTRUCTIONS && api == Api.MESSAGES;
    }

    /// In a Messages request, instructions are what has the role.
    static Block asText(Block block) {
        return block.withForm(Form.TEXT);
    }

    /// @param texts of all blocks of each call
    List<Block> blocks(Columns columns, List<List<String>> texts) {
        boolean isText = true;
        for (int i = 0; i < calls.size() && isText; i++) {
            isText = isText(calls.get(i), texts.get(i));
        }
        return isText ? List.of(loop(columns, texts)) : items(columns);
    }

    private boolean isText(ReadCall call, List<String> texts) {
        List<Block> blocks = call.messages();
        for (int i = shared; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean isTurn = block.form() == Form.TEXT && !block.joined() && block.breakpoint().isEmpty();
            if (!isTurn || texts.get(i).isBlank()) {
                return false;
            }
        }
        return blocks.size() > shared;
    }

    private Block loop(Columns columns, List<List<String>> texts) {
        var values = new ArrayList<Object>();
        for (int i = 0; i < calls.size(); i++) {
            List<Block> blocks = calls.get(i).messages();
            var turns = new ArrayList<Map<String, String>>();
            for (int k = shared; k < blocks.size(); k++) {
                Map<String, String> turn = new LinkedHashMap<>();
                turn.put("from", blocks.get(k).role().word());
                turn.put("text", texts.get(i).get(k));
                turns.add(turn);
            }
            values.add(turns);
        }
        columns.add(NAME, values);
        return Block.of(NAME, Role.USER, Kind.DYNAMIC, LOOP);
    }

    private List<Block> items(Columns columns) {
        List<List<String>> messages = calls.stream().map(ReadCall::elements).toList();
        int most = messages.stream().mapToInt(List::size).max().orElse(0);
        columns.add(NAME, messages.stream().map(all -> {
            Map<String, String> turns = new LinkedHashMap<>();
            for (int i = elements; i < most; i++) {
                turns.put("m" + (i + 1), i < all.size() ? all.get(i) : "");
            }
            return turns;
        }).toList());
        ReadCall longest = calls.stream().max(Comparator.comparingInt(call -> call.messages().size())).orElseThrow();
        var blocks = new ArrayList<Block>();
        for (int i = elements; i < most; i++) {
            blocks.add(new Block("turn-" + (i + 1), longest.roleOf(i), Kind.DYNAMIC, false, Text.of("{{" + NAME + ".m"
                    + (i + 1) + "}}"), Attributes.none()).withForm(Form.ITEM));
        }
        return blocks;
    }
}
