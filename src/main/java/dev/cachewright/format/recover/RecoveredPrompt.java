package dev.cachewright.format.recover;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.Variables;
import java.util.List;
import java.util.stream.Collectors;

/// A prompt with the rows that give back the requests it was made of.
///
/// @param values a row a call, in the order of the calls; `@at` is its time, `@body` what of it no prompt can vary
/// @param notes what a reader has to know, a sentence each
public record RecoveredPrompt(Prompt prompt, Values values, List<String> notes) {

    static final String AT = "@at";
    static final String BODY = "@body";

    public RecoveredPrompt {
        notes = List.copyOf(notes);
    }

    /// How many calls it was made of.
    public int calls() {
        return values.rows().size();
    }

    /// The variables of its rows, in the order of their first use.
    public List<String> variables() {
        return Variables.of(prompt, values).used().stream().map(name -> name.split("\\.")[0])
                .filter(name -> !prompt.defaults().containsKey(name)).distinct().toList();
    }

    /// Whether all in which the requests differ, as far as caches see it, is in the values of the rows. Else a part of it
    /// is in `@body` alone, and no forecast over the rows knows of it.
    public boolean holdsWhatDiffers() {
        return OwnFields.differing(values).isEmpty();
    }

    /// Its rows as JSON Lines.
    public String rows() {
        return values.rows().stream().map(row -> line(row) + "\n").collect(Collectors.joining());
    }

    private static String line(Row row) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        row.values().forEach((name, value) -> object.set(name, RawJson.value(value)));
        return object.toString();
    }
}
