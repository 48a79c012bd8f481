package dev.cachewright.cli.print;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Divergence.BodyPlace;
import dev.cachewright.catalog.Money;
import dev.cachewright.format.family.FamilyAdvice;
import dev.cachewright.format.log.LogReport;
import dev.cachewright.format.traffic.ExamplePlace;
import dev.cachewright.format.traffic.TrafficReading;
import dev.cachewright.traffic.Example;
import dev.cachewright.traffic.FamilyProfile;
import dev.cachewright.traffic.Sums;
import dev.cachewright.traffic.TrafficProfile;
import dev.cachewright.traffic.TrafficRecord.Place;
import dev.cachewright.traffic.Waste;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// The profile of recorded calls as one JSON document. What is not known is `null`.
final class TrafficJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final TrafficReading reading;
    private final TrafficProfile profile;
    private final Map<Integer, FamilyAdvice.Given> advice;
    private final Analyst analyst;
    private final Instant now;

    TrafficJson(TrafficReading reading, Map<Integer, FamilyAdvice.Given> advice, Analyst analyst, Instant now) {
        this.advice = advice;
        this.reading = reading;
        this.profile = reading.profile();
        this.analyst = analyst;
        this.now = now;
    }

    ObjectNode document() {
        Sums all = profile.all();
        ObjectNode document = JSON.objectNode();
        document.put("files", reading.log().files()).put("calls", all.calls());
        document.set("unread", leftOut(reading.log().unread()));
        document.set("leftOut", leftOut(reading.log().passedOver()));
        ObjectNode forms = document.putObject("formats");
        reading.log().forms().forEach(forms::put);
        figures(document, all);
        money(document, "wastePerDay", all.waste().flatMap(profile::perDay));
        TrafficProfile.Remarks remarks = profile.remarks();
        document.put("withoutRequest", remarks.withoutRequest()).put("textLost", remarks.lostText())
                .put("firstTextLost", remarks.firstLost().map(Place::words).orElse(null))
                .put("withoutCache", remarks.withoutCache());
        document.set("causes", causes(all));
        document.set("models", groups("model", profile.models()));
        document.set("routes", groups("route", profile.routes()));
        document.set("keys", groups("key", profile.keys()));
        ArrayNode families = document.putArray("families");
        profile.families().forEach(family -> families.add(family(family)));
        return document;
    }

    static ObjectNode leftOut(List<LogReport.LeftOut> all) {
        ObjectNode json = JSON.objectNode().put("count", all.stream().mapToLong(LogReport.LeftOut::count).sum());
        all.stream().findFirst().ifPresent(left -> json.put("first", left.first().file() + ":"
                + left.first().line()));
        ObjectNode reasons = json.putObject("reasons");
        all.forEach(left -> reasons.put(left.reason(), left.count()));
        return json;
    }

    private static void figures(ObjectNode to, Sums sums) {
        share(to, "hitRate", sums.hitRate());
        share(to, "reachable", sums.reachable());
        Sums.Basis basis = sums.basis();
        to.put("hitRateCalls", basis.calls()).put("hitRateInputTokens", basis.input()).put("hitRateCachedTokens",
                basis.cached());
        count(to, "inputTokens", sums.input());
        count(to, "cachedTokens", sums.cached());
        count(to, "outputTokens", sums.output());
        money(to, "cost", sums.cost());
        if (sums.unpriced() > 0) {
            to.put("callsWithoutPrice", sums.unpriced());
        }
    }

    private static void count(ObjectNode to, String name, OptionalLong count) {
        if (count.isPresent()) {
            to.put(name, count.getAsLong());
        } else {
            to.putNull(name);
        }
    }

    private static void share(ObjectNode to, String name, OptionalDouble share) {
        if (share.isPresent()) {
            to.put(name, Math.round(share.getAsDouble() * 10_000) / 10_000.0);
        } else {
            to.putNull(name);
        }
    }

    private static void money(ObjectNode to, String name, Optional<Money> amount) {
        amount.ifPresentOrElse(money -> to.put(name, money.dollars()), () -> to.putNull(name));
    }

    private ObjectNode family(FamilyProfile family) {
        ObjectNode json = JSON.objectNode().put("id", family.id()).put("name", family.name())
                .put("model", family.model()).put("calls", family.sums().calls());
        figures(json, family.sums());
        money(json, "waste", family.sums().waste());
        json.set("causes", causes(family.sums()));
        ArrayNode given = json.putArray("advice");
        Optional.ofNullable(advice.get(family.id())).ifPresent(found -> {
            found.advice().forEach(each -> given.add(AdviceReport.json(each)));
            found.all().ifPresent(plan -> json.set("all", AdviceReport.json(plan)));
        });
        return json;
    }

    private static ArrayNode groups(String name, Map<String, Sums> groups) {
        ArrayNode all = JSON.arrayNode();
        groups.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(group -> {
            ObjectNode json = all.addObject().put(name, group.getKey()).put("calls", group.getValue().calls());
            figures(json, group.getValue());
            money(json, "waste", group.getValue().waste());
        });
        return all;
    }

    private ArrayNode causes(Sums sums) {
        ArrayNode all = JSON.arrayNode();
        for (Waste waste : sums.causes()) {
            ObjectNode json = all.addObject().put("cause", waste.cause().words())
                    .put("isWasted", waste.cause().isBetween()).put("calls", waste.calls())
                    .put("tokens", waste.tokens());
            money(json, "cost", waste.cost());
            json.set("example", example(waste.example()));
        }
        return all;
    }

    private ObjectNode example(Example example) {
        ObjectNode json = JSON.objectNode().put("a", example.isPair() ? example.earlier().words() : null)
                .put("b", example.call().words());
        BodyPlace place = new ExamplePlace(analyst, now).of(example);
        return json.put("path", place.path()).put("offset", place.offset());
    }
}
