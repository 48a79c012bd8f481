package dev.cachewright.ui;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A support agent like the one in the design pictures, with 24 rows of values.
public final class SamplePrompt {

    private static final String TOOLS = """
            [
              {"type": "function", "function": {"name": "lookup_order", "description": "Finds an order by its number",
                "parameters": {"type": "object", "properties": {"order": {"type": "string"}}, "required": ["order"]}}},
              {"type": "function", "function": {"name": "refund_order", "description": "Pays an order back",
                "parameters": {"type": "object", "properties": {"order": {"type": "string"}}, "required": ["order"]}}}
            ]""";
    private static final String RULE = """
            ## Returns, part %d
            Items may be returned within 30 days of delivery, unworn and with tags. Final-sale items are excluded
            unless faulty. Refunds go back to the original payment method within 5 working days of the warehouse scan.
            """;
    private static final List<String> TIERS = List.of("gold", "silver", "standard");
    private static final List<String> QUESTIONS = List.of("Where is my parcel?",
            "The left sleeve of my jacket came apart after two days, what can you do for me?",
            "I would like to change the address of order 5521", "May I return a final-sale item?");
    private static final List<String> CUSTOMERS = List.of("Ada Byron", "Grace H.", "Linus", "Margaret Hamilton");

    private SamplePrompt() {
    }

    public static Prompt prompt() {
        return prompt("gpt-5.4");
    }

    public static Prompt prompt(String model) {
        return Prompt.of(List.of(
                Block.of("tools", Role.TOOLS, Kind.STATIC, TOOLS),
                Block.of("policy", Role.SYSTEM, Kind.STATIC, policy(25)),
                Block.of("context", Role.SYSTEM, Kind.DYNAMIC, "Customer tier: {{tier}}"),
                Block.of("examples", Role.SYSTEM, Kind.STATIC, "Q: My parcel says delivered but it is not here.\n"
                        + "A: I am sorry about that. I have opened a trace with the carrier."),
                Block.of("question", Role.USER, Kind.DYNAMIC, "{{customer}}: {{question}}")),
                Settings.of(model, Api.CHAT));
    }

    /// The policy, in this many parts of about 60 tokens.
    public static String policy(int parts) {
        var text = new StringBuilder("You are the support agent of Northwind Outfitters. Answer in six sentences.\n");
        IntStream.rangeClosed(1, parts).forEach(part -> text.append(RULE.formatted(part)));
        return text.toString();
    }

    public static Values values() {
        List<Row> rows = IntStream.range(0, 24).mapToObj(i -> new Row(Map.<String, Object>of(
                "customer", CUSTOMERS.get(i % 4), "tier", TIERS.get(i % 3), "question",
                QUESTIONS.get(i % 4), "region", i % 2 == 0 ? "EU" : "US"))).toList();
        return new Values("cases.csv", List.of("customer", "tier", "question", "region"), rows);
    }
}
