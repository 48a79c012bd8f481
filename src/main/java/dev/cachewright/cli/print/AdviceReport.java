package dev.cachewright.cli.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.advice.Advice;
import dev.cachewright.advice.Advisor;
import dev.cachewright.advice.Expectation;
import dev.cachewright.advice.Fix;
import dev.cachewright.advice.Gain;
import dev.cachewright.advice.Spot;
import dev.cachewright.advice.Subject;
import dev.cachewright.catalog.Money;
import dev.cachewright.words.AdviceWords;
import dev.cachewright.words.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// What `advise` prints.
public final class AdviceReport {

    private static final int DIGITS = 4;

    private final Subject subject;
    private final List<Advice> given;
    private final Advisor.Plan plan;

    /// @param plan all advice taken together
    public AdviceReport(Subject subject, List<Advice> given, Advisor.Plan plan) {
        this.subject = subject;
        this.given = List.copyOf(given);
        this.plan = plan;
    }

    /// One document.
    public ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("model", subject.prompt().settings().model());
        ArrayNode list = root.putArray("advice");
        given.forEach(advice -> list.add(json(advice)));
        root.set("all", json(plan));
        return root;
    }

    static ObjectNode json(Advisor.Plan plan) {
        ObjectNode all = JsonNodeFactory.instance.objectNode().put("taken", plan.taken().size());
        all.set("before", json(plan.gain().before()));
        all.set("after", json(plan.gain().after()));
        return all;
    }

    static ObjectNode json(Advice advice) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Spot spot = advice.spot();
        json.put("rule", advice.rule().id()).put("severity", advice.severity().word());
        if (spot.blockId().isEmpty()) {
            json.putNull("block").put("field", spot.field());
        } else {
            json.put("block", spot.blockId()).put("start", spot.start()).put("end", spot.end());
        }
        json.put("text", spot.text());
        ObjectNode gain = json.putObject("gain").put("cachedTokens", advice.gain().cachedTokens());
        gain.set("costPerCall", dollars(advice.gain().costPerCall()));
        gain.put("hitRate", share(advice.gain().hitRate()));
        json.put("confidence", advice.confidence().word());
        json.put("fix", advice.fix().map(Fix::word).orElse(null));
        json.put("insteadOf", advice.better().map(better -> better.rule().id()).orElse(null));
        return json.put("message", AdviceWords.title(advice) + ": " + AdviceWords.why(advice))
                .put("source", advice.source());
    }

    static ObjectNode json(Expectation expected) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("calls", expected.calls())
                .put("cachedTokens", expected.cachedPerCall()).put("hitRate", share(expected.hitRate()));
        json.set("costPerCall", dollars(expected.costPerCall()));
        return json;
    }

    private static JsonNode dollars(Optional<Money> amount) {
        return amount.<JsonNode>map(money -> JsonNodeFactory.instance.numberNode(money.dollars()))
                .orElseGet(JsonNodeFactory.instance::nullNode);
    }

    private static BigDecimal share(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP);
    }

    /// The advice for people, what saves most first.
    public void print(Console console) {
        if (subject.analysis().outlook().isEmpty()) {
            console.print("There is no forecast: the cache rules of the model are not known; give one with --model.");
        }
        if (given.isEmpty() && subject.analysis().outlook().isPresent()) {
            console.print("Nothing to change: the forecast finds nothing that would bring more.");
            return;
        }
        for (Advice advice : given) {
            console.print(advice.severity().word() + " " + advice.rule().id() + "  " + AdviceWords.title(advice) + "  ("
                    + AdviceWords.gain(advice) + ")");
            console.print("    " + AdviceWords.place(advice, subject.prompt()) + ": " + AdviceWords.why(advice));
        }
        Gain gain = plan.gain();
        if (gain.isGain()) {
            console.print("");
            console.print("all together: hit rate " + Numbers.percent(gain.before().hitRate()) + " -> "
                    + Numbers.percent(gain.after().hitRate()) + ", " + AdviceWords.gain(gain));
        }
    }
}
