package dev.cachewright.format.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.catalog.Catalog;
import dev.cachewright.catalog.Model;
import dev.cachewright.format.json.PlacedJson;
import dev.cachewright.prompt.text.InputException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the user-defined catalogue: rows that add to the bundled ones or correct them, and names of deployments.
///
/// `{"models": [{"id": "gpt-5.4", "input": 2.2}], "deployments": {"my-azure-name": "gpt-5.4"}}`
///
/// An invalid row is reported and left out; the rest is used.
public final class OwnCatalogReader {

    private static final String MODELS = "models";
    private static final String DEPLOYMENTS = "deployments";

    private final CatalogReader reader;
    private final PlacedJson json;
    private final List<InputException> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private OwnCatalogReader(CatalogReader reader, String own) {
        this.reader = reader;
        this.json = PlacedJson.of(own);
    }

    /// @param bundled the text of the program's catalogue
    /// @param own the user's text; where it is not JSON, that is the one problem
    /// @throws InputException where the program's own catalogue is wrong
    public static OwnCatalog read(String bundled, String own) {
        CatalogReader reader = CatalogReader.open(bundled);
        try {
            return new OwnCatalogReader(reader, own).read();
        } catch (InputException e) {
            return new OwnCatalog(reader.catalog(), List.of(e));
        }
    }

    private OwnCatalog read() {
        if (!(json.root() instanceof ObjectNode root)) {
            throw json.fault("", "Expected an object with \"models\" or \"deployments\" here");
        }
        root.fieldNames().forEachRemaining(name -> {
            if (!name.equals(MODELS) && !name.equals(DEPLOYMENTS)) {
                problems.add(json.fault("/" + name, CatalogRow.quoted(name)
                        + " is not known here: a catalogue has \"models\" and \"deployments\""));
            }
            tellRepeated("/" + name, name);
        });
        readRows(root.path(MODELS));
        return new OwnCatalog(withDeployments(reader.catalog(), root.path(DEPLOYMENTS)), problems);
    }

    private void readRows(JsonNode rows) {
        if (!rows.isMissingNode() && !rows.isArray()) {
            problems.add(json.fault("/" + MODELS, "\"models\" is a list of rows in [ ]"));
        }
        for (int i = 0; rows.isArray() && i < rows.size(); i++) {
            readRow(rows.get(i), "/" + MODELS + "/" + i);
        }
    }

    private void readRow(JsonNode node, String path) {
        String name = node.path("id").asText("");
        try {
            CatalogRow own = CatalogRow.at(node, json, path, "A row");
            own.refuseOthersThan(CatalogRowReader::isField);
            String id = own.text("id");
            if (id.isEmpty()) {
                throw own.fault("it needs \"id\", the name of the model");
            }
            if (!ids.add(id)) {
                throw own.fault("id", "an earlier row has the same id");
            }
            correct(id, own);
        } catch (InputException e) {
            String who = name.isEmpty() ? "A row" : CatalogRow.quoted(name);
            problems.add(new InputException(who + " is left out: " + e.getMessage(), e.line(), e.column()));
        }
    }

    private void correct(String id, CatalogRow own) {
        // What is merged is looked at before, where it has its own place in the file.
        Optional<LocalDate> from = own.day(CatalogPrices.FROM);
        own.names().stream().filter(CatalogPrices::isRate).forEach(own::price);
        CatalogRowReader.refuseOtherDoubts(own);
        boolean changesHistory = reader.row(id).has(CatalogPrices.HISTORY) && !own.has(CatalogPrices.HISTORY);
        if (changesHistory && from.isPresent() && own.names().stream().noneMatch(CatalogPrices::isPrice)) {
            throw own.fault(CatalogPrices.FROM, "\"from\" needs the prices that hold from that day on");
        }
        ObjectNode merged = CatalogMerge.correct(reader.row(id), own.fields(), from);
        if (!own.has("src") && !reader.has(id)) {
            merged.put("src", "models.json");
        }
        if (own.has("src") && !own.has("date")) {
            merged.remove("date");
        }
        Model model = reader.read(new CatalogRow(merged, json, own.path()),
                own.names().stream().filter(each -> !each.equals("id")).toList());
        reader.put(id, merged, () -> model);
    }

    private Catalog withDeployments(Catalog catalog, JsonNode deployments) {
        if (!deployments.isMissingNode() && !deployments.isObject()) {
            problems.add(json.fault("/" + DEPLOYMENTS, "\"deployments\" gives each name of yours a model, in { }"));
        }
        var names = new HashMap<String, String>();
        deployments.propertyStream().forEach(entry -> {
            tellRepeated("/" + DEPLOYMENTS + "/" + entry.getKey(), entry.getKey());
            String target = entry.getValue().isTextual() ? entry.getValue().textValue() : "";
            catalog.find(target).ifPresentOrElse(model -> names.put(entry.getKey(), model.id()),
                    () -> problems.add(json.fault("/" + DEPLOYMENTS + "/" + entry.getKey(),
                            CatalogRow.quoted(entry.getKey()) + " is left out: its model is not in the catalogue: "
                                    + entry.getValue())));
        });
        return catalog.withAliases(names);
    }

    private void tellRepeated(String path, String name) {
        if (json.isRepeated(path)) {
            problems.add(json.fault(path, CatalogRow.quoted(name) + " appears twice; this one is used"));
        }
    }
}
