package dev.cachewright.parting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Random request bodies with every kind of content, between a long beginning and a long end.
public final class RandomBodies {

    private static final List<String> WORDS = List.of("ledger", "bridge", "carriage", "reader", "harbour", "ticket",
            "notice", "platform", "signal", "member", "garden", "river");
    /// More tokens than any threshold.
    private static final int LONG = 2_700;
    private static final int END = 160;

    private final Random random;
    private int number;
    private boolean isMarked;

    public RandomBodies(Random random) {
        this.random = random;
    }

    /// The next body to this endpoint.
    public ObjectNode next(Api api, String model) {
        number = 0;
        isMarked = model.startsWith("gpt-5.6");
        List<String> parts = switch (api) {
            case CHAT -> new ChatParts(this).all();
            case RESPONSES -> new ResponsesParts(this).all();
            case MESSAGES -> new MessagesParts(this).all();
        };
        var body = (ObjectNode) RawJson.tree("{" + String.join(",", parts) + "}");
        body.put("model", model);
        return body;
    }

    String beginning() {
        return words(LONG);
    }

    /// The marker of a breakpoint after a part, where the model takes one.
    String marker() {
        return isMarked ? ",\"prompt_cache_breakpoint\":{\"mode\":\"explicit\"}" : "";
    }

    String end() {
        return words(END);
    }

    /// A few words as a JSON string.
    String text() {
        return '"' + words(2 + random.nextInt(8)) + '"';
    }

    /// A word that no other place has.
    String name() {
        return pick(WORDS) + "_" + letters(3) + number++;
    }

    String quotedName() {
        return '"' + name() + '"';
    }

    /// What looks like base64.
    String data() {
        return '"' + letters(40) + '"';
    }

    String url() {
        return "\"https://pictures.example/" + letters(8) + ".png?sig=" + letters(10) + '"';
    }

    /// An object with some fields in some order.
    String input() {
        return "{" + IntStream.range(0, 2 + random.nextInt(2)).mapToObj(i -> quotedName() + ":" + value(i))
                .collect(Collectors.joining(",")) + "}";
    }

    private String value(int i) {
        return switch (random.nextInt(4)) {
            case 0 -> String.valueOf(random.nextInt(1_000));
            case 1 -> i == 0 ? "{" + quotedName() + ":" + text() + "," + quotedName() + ":[1," + text() + "]}" : "true";
            default -> text();
        };
    }

    /// A JSON Schema of an object.
    String schema() {
        return "{'type':'object','properties':{".replace('\'', '"') + quotedName()
                + ":{\"type\":\"string\",\"description\":" + text() + ",\"format\":\"date\"}," + quotedName()
                + ":{\"type\":\"integer\",\"minimum\":" + random.nextInt(50)
                + "}},\"required\":[],\"additionalProperties\":false}";
    }

    @SafeVarargs
    final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean maybe() {
        return random.nextInt(3) > 0;
    }

    /// These parts in some order, without some of them; never none.
    List<String> some(List<String> choices) {
        var kept = new ArrayList<>(choices);
        java.util.Collections.shuffle(kept, random);
        return kept.subList(0, 1 + random.nextInt(Math.min(3, kept.size())));
    }

    static String list(List<String> elements) {
        return "[" + String.join(",", elements) + "]";
    }

    static String quoted(JsonNode json) {
        return RawJson.quote(json.toString());
    }

    private String words(int count) {
        return IntStream.range(0, count).mapToObj(i -> pick(WORDS)).collect(Collectors.joining(" "));
    }

    private String letters(int count) {
        return random.ints(count, 'b', 'y').mapToObj(Character::toString).collect(Collectors.joining());
    }
}
