package dev.cachewright.experiment;

import dev.cachewright.analysis.Destination;
import dev.cachewright.cache.request.SentSettings;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One of several ways to write a prompt.
///
/// @param name what people call it, another one for each
/// @param destination where its calls go
public record Layout(String name, Prompt prompt, Destination destination) {

    /// What is compared line by line: the settings that a cache may see, then all blocks as their author wrote them, each
    /// after its role and before its breakpoint. The names of blocks are not sent, and not in it.
    public String text() {
        return Stream.concat(settings().stream(), Stream.of(blocks())).collect(Collectors.joining("\n"));
    }

    private String blocks() {
        var text = new StringBuilder();
        String before = "";
        for (Block block : prompt.blocks()) {
            boolean goesOn = block.joined() && !text.isEmpty();
            String head = (text.isEmpty() ? "[" : "\n[") + block.role().word() + "]\n";
            text.append(goesOn ? before : head).append(block.text());
            before = block.breakpoint().isPresent() ? "\n" : "";
            block.breakpoint().ifPresent(mark -> text.append(("\n[breakpoint " + mark.ttl()).stripTrailing())
                    .append("]"));
        }
        return text.toString();
    }

    private List<String> settings() {
        var lines = new ArrayList<String>();
        SentSettings.of(prompt.settings()).forEach((path, value) -> lines.add(path + ": " + value));
        add(lines, "cache key", prompt.settings().cache().key());
        add(lines, "cache mode", prompt.settings().cache().mode());
        add(lines, "cache lifetime", prompt.settings().cache().ttl());
        add(lines, "cache retention", prompt.settings().cache().retention());
        return lines;
    }

    private static void add(List<String> lines, String name, String value) {
        if (!value.isEmpty()) {
            lines.add(name + ": " + value);
        }
    }
}
