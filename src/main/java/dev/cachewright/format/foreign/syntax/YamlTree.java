package dev.cachewright.format.foreign.syntax;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.TemplateCheck;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A YAML document; anchors and merge keys are followed, within limits.
public final class YamlTree implements Tree {

    private static final int MOST_NODES = 200_000;
    private static final int LARGEST = 64 << 20;

    private final Map<String, Node> places = new HashMap<>();
    private final int lineBefore;
    private final JsonNode root;
    private int count;

    private YamlTree(Node document, int lineBefore) {
        this.lineBefore = lineBefore;
        this.root = document == null ? MissingNode.getInstance() : read(document, "", 0);
    }

    public static YamlTree of(String yaml) {
        return of(yaml, 0);
    }

    /// @param lineBefore how many lines of the file precede the YAML
    /// @throws InputException with line and column where it is no YAML, or several documents
    public static YamlTree of(String yaml, int lineBefore) {
        var options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setNestingDepthLimit(TemplateCheck.DEEPEST);
        options.setMaxAliasesForCollections(MOST_NODES);
        try {
            return new YamlTree(new Yaml(options).compose(new StringReader(yaml)), lineBefore);
        } catch (MarkedYAMLException e) {
            throw unreadable(e, lineBefore);
        } catch (YAMLException _) {
            throw new InputException("The YAML is nested too deeply, or holds characters that no text has",
                    lineBefore + 1, 1);
        }
    }

    /// What the parser says, without its own terms.
    private static InputException unreadable(MarkedYAMLException e, int lineBefore) {
        String problem = Optional.ofNullable(e.getProblem()).orElse("it cannot be read");
        boolean isUnclosed = e.getContextMark() != null
                && (problem.contains("end of stream") || problem.contains("<stream end>"));
        Mark at = isUnclosed || e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
        String words = isUnclosed ? "what is opened here is never closed"
                : problem.replaceFirst("\\. \\(Do not use .*", "")
                        .replaceFirst("^but found another document$", "it holds several documents: keep one")
                        .replaceFirst("(?:found )?character '\\\\t\\(TAB\\)'.*", "a tab: indent with spaces");
        return new InputException("This is not valid YAML: " + words, lineBefore + (at == null ? 1 : at.getLine() + 1),
                at == null ? 1 : at.getColumn() + 1);
    }

    @Override
    public JsonNode root() {
        return root;
    }

    @Override
    public InputException fault(String path, InputException inner) {
        String known = path;
        while (!places.containsKey(known) && !known.isEmpty()) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        Node node = places.get(known);
        if (node == null) {
            return new InputException(inner.getMessage(), lineBefore + 1, 1);
        }
        Mark start = node.getStartMark();
        boolean isBlock = node instanceof ScalarNode scalar && (scalar.getScalarStyle() == ScalarStyle.LITERAL
                || scalar.getScalarStyle() == ScalarStyle.FOLDED);
        // The first line of a block text is below the sign that opens it.
        int line = lineBefore + start.getLine() + 1 + (isBlock && inner.line() > 0 ? inner.line() : 0);
        return new InputException(inner.getMessage(), line, isBlock && inner.line() > 0 ? 1 : start.getColumn() + 1);
    }

    private JsonNode read(Node node, String path, int depth) {
        places.putIfAbsent(path, node);
        if (++count > MOST_NODES || depth > TemplateCheck.DEEPEST) {
            throw fault(path, "The YAML is nested too deeply, or repeats its anchors without end");
        }
        return switch (node) {
            case MappingNode mapping -> object(mapping, path, depth);
            case SequenceNode sequence -> {
                ArrayNode list = JsonNodeFactory.instance.arrayNode();
                for (Node element : sequence.getValue()) {
                    list.add(read(element, path + "/" + list.size(), depth + 1));
                }
                yield list;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> MissingNode.getInstance();
        };
    }

    private ObjectNode object(MappingNode mapping, String path, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (entry.getKeyNode().getTag().equals(Tag.MERGE)) {
                JsonNode merged = read(entry.getValueNode(), path, depth + 1);
                (merged.isArray() ? merged : JsonNodeFactory.instance.arrayNode().add(merged)).forEach(
                        each -> each.properties().forEach(field -> object.putIfAbsent(field.getKey(),
                                field.getValue())));
            } else {
                object.set(key, read(entry.getValueNode(), path + "/" + key, depth + 1));
            }
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String value = scalar.getValue();
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (scalar.getTag().equals(Tag.NULL)) {
            return make.nullNode();
        }
        // Of the words for yes and no, YAML 1.2 has these two.
        if (scalar.getTag().equals(Tag.BOOL) && value.matches("(?i)true|false")) {
            return make.booleanNode(Boolean.parseBoolean(value));
        }
        if (scalar.getTag().equals(Tag.INT) && value.matches("[-+]?(0|[1-9]\\d{0,30})")) {
            return make.numberNode(new BigInteger(value.replace("+", "")));
        }
        if (scalar.getTag().equals(Tag.FLOAT) && value.matches("[-+]?\\d{1,30}(\\.\\d{0,30})?([eE][-+]?\\d{1,3})?")) {
            return make.numberNode(new BigDecimal(value));
        }
        return make.textNode(value);
    }
}
