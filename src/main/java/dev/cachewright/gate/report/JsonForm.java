package dev.cachewright.gate.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.advice.Severity;
import dev.cachewright.catalog.Money;
import dev.cachewright.gate.Change;
import dev.cachewright.gate.CheckedFile;
import dev.cachewright.gate.Figures;
import dev.cachewright.gate.Finding;
import dev.cachewright.gate.Region;
import dev.cachewright.gate.Report;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/// The JSON of `check --json`. What is not known is null.
final class JsonForm {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonForm() {
    }

    static String write(Report report, Paths paths) {
        ObjectNode json = JSON.objectNode().put("failed", report.fails()).put("failOn",
                FindingWords.severity(report.least()));
        ArrayNode files = json.putArray("files");
        report.files().forEach(file -> files.add(file(file, paths)));
        ArrayNode problems = json.putArray("problems");
        report.problems().forEach(problem -> put(problems.addObject(), problem.region(), paths).put("message",
                problem.message()));
        json.putObject("summary").put("files", report.files().size() + report.problems().size())
                .put("errors", report.count(Severity.ERROR)).put("warnings", report.count(Severity.WARNING))
                .put("notes", report.count(Severity.INFO)).put("unusable", report.problems().size());
        return JsonText.line(json);
    }

    private static ObjectNode file(CheckedFile file, Paths paths) {
        ObjectNode json = JSON.objectNode().put("file", paths.shown(file.file()));
        put(json, file.figures());
        ArrayNode findings = json.putArray("findings");
        for (Finding found : file.findings()) {
            ObjectNode each = findings.addObject().put("rule", found.rule().id()).put("severity",
                    FindingWords.severity(found.severity())).put("message", found.message());
            put(each, found.region(), paths).put("new", file.isNew(found));
            each.put("help", found.rule().help().isEmpty() ? null : found.rule().help());
        }
        file.change().ifPresent(change -> json.set("change", change(change)));
        return json;
    }

    private static void put(ObjectNode json, Figures figures) {
        json.put("model", figures.model()).put("staticPrefix", figures.staticPrefix().tokens())
                .put("exact", figures.staticPrefix().isExact());
        json.put("hitRate", rate(figures.hitRate()));
        json.put("costPerCall", dollars(figures.costPerCall()));
        json.put("calls", figures.calls());
    }

    private static ObjectNode put(ObjectNode json, Region region, Paths paths) {
        return json.put("file", paths.shown(region.file())).put("line", region.line()).put("column", region.column())
                .put("endLine", region.endLine()).put("endColumn", region.endColumn());
    }

    private static ObjectNode change(Change change) {
        ObjectNode json = JSON.objectNode().put("message", change.words());
        change.effect().ifPresent(effect -> {
            json.put("coldOnce", effect.coldTokens());
            put(json.putObject("before"), effect.before());
        });
        return json;
    }

    private static Double rate(OptionalDouble rate) {
        return rate.isPresent() ? Double.valueOf(Math.round(rate.getAsDouble() * 1e6) / 1e6) : null;
    }

    private static BigDecimal dollars(Optional<Money> cost) {
        return cost.map(Money::dollars).orElse(null);
    }
}
