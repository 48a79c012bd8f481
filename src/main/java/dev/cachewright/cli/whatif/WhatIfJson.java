package dev.cachewright.cli.whatif;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.whatif.Answer;
import dev.cachewright.whatif.FanOut;
import dev.cachewright.whatif.KeepAlive;
import dev.cachewright.whatif.Load;
import dev.cachewright.whatif.Means;
import dev.cachewright.words.WhatIfWords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The answers for programs.
record WhatIfJson(WhatIfReport report) {

    private static final int DIGITS = 12;
    private static final Duration FOR_EVER = Duration.ofDays(300);

    ObjectNode json() {
        Load load = report.answers().getFirst().question().load();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putObject("load").put("perMinute", load.perMinute()).put("together", load.together())
                .put("even", load.isEven()).put("keys", load.keys());
        add(root.putArray("answers"), report.answers());
        add(root.putArray("models"), report.others());
        add(root.putArray("curve"), report.curve());
        ArrayNode batch = root.putArray("batch");
        for (FanOut.Plan plan : report.plans()) {
            batch.addObject().put("start", plan.start().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("cold", plan.cold()).put("takesMs", plan.takes().toMillis())
                    .put("cost", plan.cost().map(WhatIfJson::rounded).orElse(null));
        }
        return root;
    }

    private static void add(ArrayNode array, List<Answer> answers) {
        answers.forEach(answer -> array.add(json(answer)));
    }

    private static ObjectNode json(Answer answer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("model", answer.question().model())
                .put("rules", answer.rules().name()).put("ttl", answer.question().lifetime())
                .put("perMinute", answer.question().load().perMinute())
                .put("together", answer.question().load().together()).put("keys", answer.question().load().keys())
                .put("pad", answer.question().pad()).put("output", answer.question().output())
                .put("rows", answer.counted().rows()).put("caches", answer.caches());
        json.put("exact", answer.counted().estimate().isExact());
        // Until it is evicted is no length of time.
        json.put("keptSeconds", answer.kept().compareTo(FOR_EVER) > 0 ? null : answer.kept().toSeconds());
        json.put("coldShare", answer.coldShare()).put("hitRate", answer.hitRate());
        json.put("nothingRead", WhatIfWords.nothingRead(answer).orElse(null));
        json.put("supposedBreakpoint", answer.counted().breakpoint().orElse(null));
        put(json, "perCall", answer.perCall());
        put(json, "perDay", answer.perDay());
        put(json, "perMonth", answer.perMonth());
        put(json, "perDayUncached", answer.plainPerDay());
        json.put("firstTokenGain", answer.firstTokenGain());
        json.put("breakEvenWarm", answer.breakEvenWarm().orElse(null));
        json.set("cold", tokens(answer.means().cold(), answer.means().coldCost()));
        json.set("warm", tokens(answer.means().warm(), answer.means().warmCost()));
        KeepAlive pings = KeepAlive.of(answer);
        ObjectNode alive = json.putObject("keepAlive").put("everySeconds", pings.every().toSeconds())
                .put("pingsADay", pings.pings()).put("missesSavedADay", pings.missesSaved());
        put(alive, "gainADay", pings.gain());
        return json;
    }

    private static ObjectNode tokens(Means.Tokens tokens, Optional<BigDecimal> cost) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("cached", tokens.cached())
                .put("written", tokens.written()).put("uncached", tokens.uncached());
        put(json, "cost", cost);
        return json;
    }

    private static void put(ObjectNode json, String name, Optional<BigDecimal> dollars) {
        json.put(name, dollars.map(WhatIfJson::rounded).orElse(null));
    }

    /// To a millionth of a millionth, as all amounts.
    private static BigDecimal rounded(BigDecimal dollars) {
        return dollars.setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
