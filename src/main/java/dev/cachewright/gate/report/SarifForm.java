package dev.cachewright.gate.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.advice.Severity;
import dev.cachewright.gate.CheckedFile;
import dev.cachewright.gate.Finding;
import dev.cachewright.gate.Region;
import dev.cachewright.gate.Report;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// SARIF 2.1.0 (OASIS standard), as GitHub's code scanning and editors read it. Columns are UTF-16 units.
final class SarifForm {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String ROOT = "%SRCROOT%";
    private static final int FINGERPRINT_BYTES = 16;

    private final Report report;
    private final Paths paths;
    private final SequencedMap<Finding.Ruling, Integer> rules = new LinkedHashMap<>();

    private SarifForm(Report report, Paths paths) {
        this.report = report;
        this.paths = paths;
    }

    static String write(Report report, Paths paths) {
        return JsonText.line(new SarifForm(report, paths).document());
    }

    private ObjectNode document() {
        ArrayNode results = JSON.arrayNode();
        for (CheckedFile file : report.files()) {
            Map<String, Integer> seen = new HashMap<>();
            file.findings().forEach(found -> results.add(result(file, found, seen.merge(found.key(), 1,
                    Integer::sum))));
        }
        ObjectNode document = JSON.objectNode().put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = document.putArray("runs").addObject();
        run.putObject("tool").set("driver", driver());
        run.set("invocations", JSON.arrayNode().add(invocation()));
        run.put("columnKind", "utf16CodeUnits");
        run.putObject("originalUriBaseIds").putObject(ROOT).putObject("description").put("text",
                "The folder where the check ran.");
        run.set("results", results);
        return document;
    }

    private ObjectNode driver() {
        ObjectNode driver = JSON.objectNode().put("name", "Cachewright");
        Optional.ofNullable(SarifForm.class.getPackage().getImplementationVersion())
                .ifPresent(version -> driver.put("version", version));
        ArrayNode list = driver.putArray("rules");
        for (Finding.Ruling rule : rules.keySet()) {
            ObjectNode each = list.addObject().put("id", rule.id());
            each.putObject("shortDescription").put("text", rule.title());
            if (!rule.help().isEmpty()) {
                each.put("helpUri", rule.help());
            }
        }
        return driver;
    }

    /// @param count which one it is of those that are alike
    private ObjectNode result(CheckedFile file, Finding found, int count) {
        int index = rules.computeIfAbsent(found.rule(), _ -> rules.size());
        ObjectNode result = JSON.objectNode().put("ruleId", found.rule().id()).put("ruleIndex", index).put("level",
                level(found.severity()));
        result.putObject("message").put("text", found.message());
        result.putArray("locations").add(location(found.region(), true));
        result.putObject("partialFingerprints").put("cachewright/v1", fingerprint(found.key() + '\n' + count));
        if (report.hasBaseline()) {
            result.put("baselineState", file.isNew(found) ? "new" : "unchanged");
        }
        return result;
    }

    private ObjectNode location(Region region, boolean isPlaced) {
        ObjectNode physical = JSON.objectNode();
        ObjectNode artifact = physical.putObject("artifactLocation").put("uri", paths.uri(region.file()));
        if (paths.isInside(region.file())) {
            artifact.put("uriBaseId", ROOT);
        }
        if (isPlaced) {
            physical.putObject("region").put("startLine", region.line()).put("startColumn", region.column())
                    .put("endLine", region.endLine()).put("endColumn", region.endColumn());
        }
        return JSON.objectNode().set("physicalLocation", physical);
    }

    private ObjectNode invocation() {
        ObjectNode invocation = JSON.objectNode().put("executionSuccessful", report.problems().isEmpty());
        if (!report.problems().isEmpty()) {
            ArrayNode list = invocation.putArray("toolExecutionNotifications");
            for (Report.Problem problem : report.problems()) {
                ObjectNode each = list.addObject().put("level", "error");
                each.putObject("message").put("text", problem.message());
                each.putArray("locations").add(location(problem.region(), problem.isPlaced()));
            }
        }
        return invocation;
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private static String fingerprint(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
