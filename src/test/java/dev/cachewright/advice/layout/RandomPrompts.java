package dev.cachewright.advice.layout;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Attributes;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Prompts of blocks that never change, change with the user, or change in each call, in any order.
final class RandomPrompts {

    private final Random random;

    RandomPrompts(long seed) {
        this.random = new Random(seed);
    }

    Random random() {
        return random;
    }

    /// @param most how many blocks there are at most
    Prompt prompt(String model, Api api, int most) {
        var blocks = new ArrayList<Block>();
        int instructions = 1 + Math.max(random.nextInt(most - 1), random.nextInt(most - 1));
        boolean areJoined = random.nextInt(3) > 0;
        for (int i = 0; i < instructions; i++) {
            blocks.add(block("s" + i, Role.SYSTEM, areJoined && i > 0));
        }
        int parts = random.nextInt(most - instructions);
        for (int i = 0; i < parts; i++) {
            blocks.add(block("u" + i, Role.USER, i > 0));
        }
        blocks.add(new Block("q", Role.USER, Kind.DYNAMIC, parts > 0, Text.of("{{q}}\n"), Attributes.none()));
        return Prompt.of(blocks, Settings.of(model, api).withCache(wishes(api)));
    }

    private CacheSettings wishes(Api api) {
        boolean isPlain = random.nextBoolean();
        return switch (api) {
            case MESSAGES -> new CacheSettings(isPlain ? "" : "automatic", random.nextBoolean() ? "" : "1h", "", "");
            case RESPONSES -> new CacheSettings(isPlain ? "" : "explicit", random.nextBoolean() ? "" : "12h", "", "");
            default -> CacheSettings.none();
        };
    }

    Block block(String id, Role role, boolean isJoined) {
        String text = switch (random.nextInt(5)) {
            case 0 -> "Customer {{user}}. " + words(random.nextInt(200)) + "\n";
            case 1 -> words(random.nextInt(60)) + " now {{time}} " + words(random.nextInt(500)) + "\n";
            case 2 -> "Group {{group}} " + words(random.nextInt(700)) + "\n";
            default -> words(20 + random.nextInt(2) * random.nextInt(2_500)) + "\n";
        };
        Block block = new Block(id, role, Kind.STATIC, isJoined, Text.of(text), Attributes.none());
        block = random.nextInt(6) == 0 ? block.withBreakpoint(true) : block;
        return random.nextInt(8) == 0 ? block.withAttribute("pin", "true") : block;
    }

    private String words(int count) {
        String word = " " + (char) ('a' + random.nextInt(26)) + "lpha";
        return "Rule" + random.nextInt(1_000) + word.repeat(count) + ".";
    }

    Values values(int rows) {
        var all = new ArrayList<Row>();
        for (int i = 0; i < rows; i++) {
            Map<String, Object> row = new HashMap<>();
            row.put("user", "number " + random.nextInt(3));
            row.put("group", random.nextBoolean() ? "north" : "south pole");
            row.put("time", "moment " + i * 7);
            row.put("q", "What of case " + i + "?");
            all.add(new Row(row));
        }
        return new Values("v.csv", List.of("user", "group", "time", "q"), all);
    }
}
