package dev.cachewright.cli.print;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.session.SessionSummary;
import dev.cachewright.words.Numbers;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The sessions on disk, for people and for programs.
public final class SessionList {

    private static final String NONE = "-";

    private SessionList() {
    }

    public static Table table(List<SessionSummary> sessions) {
        var table = new Table("<<>>>><<", "id", "last call", "calls", "hit rate", "misses", "cost", "models",
                "session");
        for (SessionSummary session : sessions) {
            SessionSummary.Totals totals = session.totals();
            table.add(session.id(), session.last().truncatedTo(ChronoUnit.SECONDS).toString(),
                    Numbers.count(totals.calls()), totals.hitRate().isEmpty()
                            ? NONE
                            : Numbers.percent(totals.hitRate().getAsDouble()),
                    Numbers.count(totals.misses()),
                    totals.cost().map(cost -> Numbers.money(cost.dollars())).orElse(NONE), session.models(),
                    session.title());
        }
        return table;
    }

    public static ObjectNode json(SessionSummary session) {
        SessionSummary.Totals totals = session.totals();
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", session.id())
                .put("name", session.name().isEmpty() ? null : session.name())
                .put("prompt", session.prompt().name()).put("promptFile", session.prompt().path())
                .put("last", session.last().toString()).put("models", session.models()).put("calls", totals.calls())
                .put("input", totals.input()).put("cached", totals.cached());
        node.put("hitRate", totals.hitRate().isEmpty() ? null : totals.hitRate().getAsDouble());
        return node.put("misses", totals.misses())
                .put("cost", totals.cost().map(cost -> cost.dollars()).orElse(null))
                .put("isOpen", session.isElsewhere());
    }
}
