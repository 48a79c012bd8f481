package dev.cachewright.format.file;

import dev.cachewright.prompt.Attributes;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Role;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The comment that begins a block: `{{! @block id=policy kind=static }}`.
record BlockMark(SequencedMap<String, String> attributes) {

    private static final Pattern MARK = Pattern.compile("!(?:--)?\\s*@block\\b(.*?)(?:--)?", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("(?<![\\w-])([\\w-]++)=(?:\"([^\"]*)\"|(\\S+))");

    /// The mark in a comment tag's body; empty for other comments.
    static Optional<BlockMark> of(String body) {
        Matcher mark = MARK.matcher(body.strip());
        if (!mark.matches()) {
            return Optional.empty();
        }
        var attributes = new LinkedHashMap<String, String>();
        Matcher attribute = ATTRIBUTE.matcher(mark.group(1));
        while (attribute.find()) {
            attributes.put(attribute.group(1), attribute.group(2) == null ? attribute.group(3) : attribute.group(2));
        }
        return Optional.of(new BlockMark(Attributes.copyOf(attributes)));
    }

    /// The mark of a block.
    static BlockMark of(Block block) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("id", block.id());
        attributes.put("kind", block.kind().word());
        if (block.role() == Role.DEVELOPER) {
            attributes.put("role", block.role().word());
        }
        attributes.putAll(block.attributes());
        return new BlockMark(Attributes.copyOf(attributes));
    }

    String id() {
        return attributes.getOrDefault("id", "");
    }

    Kind kind() {
        return "dynamic".equals(attributes.get("kind")) ? Kind.DYNAMIC : Kind.STATIC;
    }

    /// A developer block is written as a system message in the file.
    Role role(Role ofMessage) {
        return ofMessage == Role.SYSTEM && "developer".equals(attributes.get("role")) ? Role.DEVELOPER : ofMessage;
    }

    /// What else the mark says.
    SequencedMap<String, String> others() {
        var others = new LinkedHashMap<>(attributes);
        others.remove("id");
        others.remove("kind");
        if ("developer".equals(attributes.get("role"))) {
            others.remove("role");
        }
        return Attributes.copyOf(others);
    }

    /// The comment tag.
    String tag() {
        var tag = new StringBuilder("{{! @block");
        attributes.forEach((key, value) -> tag.append(' ').append(key).append('=')
                .append(value.matches("[^\\s\"{}]+") ? value : '"' + value.replaceAll("[\"{}]", "'") + '"'));
        return tag.append(" }}").toString();
    }
}
