package dev.cachewright.format.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.cache.request.MarkForm;
import dev.cachewright.format.body.CacheMarks;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Breakpoint;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The front matter key `cachewright.cache`: `{ mode, ttl, key, retention, tools }`.
///
/// `tools` is the breakpoint after the tools, whose file has no block marks: `true`, or its lifetime as `1h`. Where the
/// last tool carries a `cache_control` of its own that counts as a breakpoint, and `false` switches it off. Other keys,
/// the order of all, and comments stay as they are.
final class CacheEntry {

    static final String KEY = "cachewright.cache";
    private static final String TOOLS = "tools";
    /// The keys that have a meaning; others are kept as they are.
    static final List<String> NAMES = List.of("mode", "ttl", "key", "retention", TOOLS);
    private static final String YES = "true";

    private CacheEntry() {
    }

    static CacheSettings settings(FrontMatter frontMatter) {
        JsonNode cache = frontMatter.at(KEY);
        return new CacheSettings(cache.path("mode").asText(""), cache.path("ttl").asText(""),
                cache.path("key").asText(""), cache.path("retention").asText(""));
    }

    /// The block of the tools with the breakpoint that the file puts after it.
    static Block withBreakpoint(Block tools, FrontMatter frontMatter) {
        String word = frontMatter.at(KEY).path(TOOLS).asText("");
        return switch (word) {
            case "" -> ownMarker(tools).map(tools::withBreakpoint).orElse(tools);
            case YES -> tools.withBreakpoint(true);
            case "false" -> tools;
            default -> tools.withBreakpoint(word);
        };
    }

    /// The lifetime in the marker that the JSON of the tools carries.
    private static Optional<String> ownMarker(Block tools) {
        return CacheMarks.ofLast(MarkForm.CACHE_CONTROL, tools.text());
    }

    /// The front matter that holds these settings, and the breakpoint after the tools among the blocks.
    static FrontMatter write(FrontMatter frontMatter, CacheSettings cache, List<Block> blocks, String lineEnd) {
        var wanted = new LinkedHashMap<String, String>();
        wanted.put("mode", word(cache.mode()));
        wanted.put("ttl", word(cache.ttl()));
        wanted.put("key", cache.key().isEmpty() ? "" : RawJson.quote(cache.key()));
        wanted.put("retention", word(cache.retention()));
        wanted.put(TOOLS, tools(blocks));
        if (holds(frontMatter, cache, blocks)) {
            return frontMatter;
        }
        Optional<FrontMatter> inLines = frontMatter.entry(KEY).filter(entry -> entry.strip().lines().count() > 1)
                .map(entry -> frontMatter.withEntry(KEY, inLines(entry, wanted, lineEnd)))
                .filter(edited -> holds(edited, cache, blocks));
        return inLines.orElseGet(() -> frontMatter.with(KEY, onOneLine(frontMatter.at(KEY), wanted), lineEnd));
    }

    private static boolean holds(FrontMatter frontMatter, CacheSettings cache, List<Block> blocks) {
        return settings(frontMatter).equals(cache) && isSameTools(frontMatter, blocks);
    }

    private static boolean isSameTools(FrontMatter frontMatter, List<Block> blocks) {
        return toolsOf(blocks).map(block -> withBreakpoint(block.withBreakpoint(false), frontMatter).breakpoint()
                .equals(block.breakpoint())).orElse(true);
    }

    private static Optional<Block> toolsOf(List<Block> blocks) {
        return blocks.stream().filter(block -> block.role() == Role.TOOLS).findFirst();
    }

    private static String tools(List<Block> blocks) {
        return toolsOf(blocks).map(block -> {
            Optional<String> ttl = block.breakpoint().map(Breakpoint::ttl);
            Optional<String> own = ownMarker(block);
            if (ttl.equals(own)) {
                return "";
            }
            return ttl.map(lifetime -> lifetime.isEmpty() ? YES : word(lifetime)).orElse("false");
        }).orElse("");
    }

    private static String word(String value) {
        return value.matches("[\\d_]*[A-Za-z]\\w*") || value.isEmpty() ? value : RawJson.quote(value);
    }

    /// The mapping on one line, in its present order.
    private static String onOneLine(JsonNode now, SequencedMap<String, String> wanted) {
        var fields = new LinkedHashMap<String, String>();
        now.properties().forEach(entry -> fields.put(entry.getKey(), wanted.containsKey(entry.getKey())
                ? wanted.get(entry.getKey())
                : entry.getValue().toString()));
        wanted.forEach(fields::putIfAbsent);
        fields.values().removeIf(String::isEmpty);
        return fields.isEmpty() ? "" : fields.entrySet().stream()
                .map(field -> name(field.getKey()) + ": " + field.getValue()).collect(Collectors.joining(", ", "{ ",
                        " }"));
    }

    private static String name(String key) {
        return key.matches("[\\w.-]+") ? key : RawJson.quote(key);
    }

    /// The mapping of a line for each key, with the values of those lines alone changed.
    private static String inLines(String entry, Map<String, String> wanted, String lineEnd) {
        int head = entry.indexOf('\n') + 1;
        String lines = entry.substring(head);
        Matcher first = Pattern.compile("(?m)^([ \\t]+)[^\\s#]").matcher(lines);
        String indent = first.find() ? first.group(1) : "  ";
        for (Map.Entry<String, String> field : wanted.entrySet()) {
            Matcher line = Pattern.compile("(?m)^[ \\t]+[\"']?" + field.getKey()
                    + "[\"']?[ \\t]*:[ \\t]*([^\\r\\n]*)(?:\\r\\n|\\n|\\r|\\z)").matcher(lines);
            boolean isThere = line.find();
            if (isThere && field.getValue().isEmpty()) {
                lines = lines.substring(0, line.start()) + lines.substring(line.end());
            } else if (isThere) {
                lines = lines.substring(0, line.start(1)) + field.getValue() + FrontMatter.comment(line.group(1))
                        + lines.substring(line.end(1));
            } else if (!field.getValue().isEmpty()) {
                String before = lines.isEmpty() || lines.endsWith("\n") ? lines : lines + lineEnd;
                lines = before + indent + field.getKey() + ": " + field.getValue() + lineEnd;
            }
        }
        return lines.isBlank() ? "" : entry.substring(0, head) + lines;
    }
}
