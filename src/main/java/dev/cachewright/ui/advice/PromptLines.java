package dev.cachewright.ui.advice;

import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.words.Texts;
import java.util.ArrayList;
import java.util.List;

/// A prompt as lines of text: its settings, its values, and each block with a head. To be compared, not to be read in.
final class PromptLines {

    private PromptLines() {
    }

    static String of(Prompt prompt) {
        var lines = new ArrayList<String>();
        CacheSettings cache = prompt.settings().cache();
        add("cachewright.api", prompt.settings().api().word(), lines);
        add("cache.key", cache.key(), lines);
        add("cache.mode", cache.mode(), lines);
        add("cache.ttl", cache.ttl(), lines);
        add("cache.retention", cache.retention(), lines);
        prompt.settings().extra().forEach((name, value) -> add(name, value, lines));
        prompt.defaults().forEach((name, value) -> lines.add("{{" + name + "}} = " + value));
        for (Block block : prompt.blocks()) {
            lines.add(Texts.format("advice-tab.block", Texts.get("block-card.role." + block.role().word()),
                    block.name(), block.breakpoint().isPresent() ? Texts.get("advice-tab.breakpoint") : "").strip());
            lines.add(block.text());
        }
        return String.join("\n", lines);
    }

    private static void add(String name, String value, List<String> lines) {
        if (!value.isEmpty()) {
            lines.add(name + ": " + value);
        }
    }
}
