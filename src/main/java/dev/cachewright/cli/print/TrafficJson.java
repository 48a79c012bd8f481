package dev.cachewright.cli.print;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.analysis.Analyst;
import dev.cachewright.analysis.Divergence.BodyPlace;
import dev.cachewright.catalog.Money;
import dev.cachewright.format.log.LogReport;
import dev.cachewright.format.traffic.ExamplePlace;
import dev.cachewright.format.traffic.TrafficReading;
import dev.cachewright.traffic.Example;
import dev.cachewright.traffic.FamilyProfile;
import dev.cachewright.traffic.Sums;
import dev.cachewright.traffic.TrafficProfile;
import dev.cachewright.traffic.Waste;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// The profile of recorded calls as one JSON document. What is not known is `null`.
final class TrafficJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final TrafficReading reading;
    private final TrafficProfile profile;
    private final Analyst analyst;
    private final Instant now;

    TrafficJson(TrafficReading reading, Analyst analyst, Instant now) {
        this.reading = reading;
        this.profile = reading.profile();
        this.analyst = analyst;
        this.now = now;
    }

    ObjectNode document() {
        Sums all = profile.all();
        ObjectNode document = JSON.objectNode();
        document.put("files", reading.log().files()).put("calls", all.calls());
        document.set("unread", unread(reading.log()));
        ObjectNode forms = document.putObject("formats");
        reading.log().forms().forEach(forms::put);
        figures(document, all);
        money(document, "wastePerDay", all.waste().flatMap(profile::perDay));
        document.put("withoutRequest", profile.withoutRequest());
        document.set("causes", causes(all, mainModel()));
        document.set("models", groups("model", profile.models()));
        document.set("routes", groups("route", profile.routes()));
        document.set("keys", groups("key", profile.keys()));
        ArrayNode families = document.putArray("families");
        profile.families().forEach(family -> families.add(family(family)));
        return document;
    }

    private static ObjectNode unread(LogReport log) {
        ObjectNode unread = JSON.objectNode().put("count", log.unreadCount());
        log.unread().stream().findFirst().ifPresent(left -> unread.put("first", left.first().file() + ":"
                + left.first().line()));
        ObjectNode reasons = unread.putObject("reasons");
        log.unread().forEach(left -> reasons.put(left.reason(), left.count()));
        return unread;
    }

    private static void figures(ObjectNode to, Sums sums) {
        share(to, "hitRate", sums.hitRate());
        share(to, "reachable", sums.reachable());
        to.put("inputTokens", sums.input()).put("cachedTokens", sums.cached()).put("outputTokens", sums.output());
        money(to, "cost", sums.cost());
        if (sums.unpriced() > 0) {
            to.put("callsWithoutPrice", sums.unpriced());
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
        json.set("causes", causes(family.sums(), family.model()));
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

    /// Empty where no call has a request.
    private String mainModel() {
        return profile.families().stream().findFirst().map(FamilyProfile::model).orElse("");
    }

    private ArrayNode causes(Sums sums, String model) {
        ArrayNode all = JSON.arrayNode();
        for (Waste waste : sums.causes()) {
            ObjectNode json = all.addObject().put("cause", waste.cause().words()).put("calls", waste.calls())
                    .put("tokens", waste.tokens());
            money(json, "cost", waste.cost());
            json.set("example", example(waste.example(), model));
        }
        return all;
    }

    private ObjectNode example(Example example, String model) {
        ObjectNode json = JSON.objectNode().put("a", example.earlier().words()).put("b", example.call().words());
        BodyPlace place = new ExamplePlace(analyst, now).of(example, model);
        return json.put("path", place.path()).put("offset", place.offset());
    }
}
