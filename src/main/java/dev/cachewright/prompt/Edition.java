package dev.cachewright.prompt;

import java.util.Map;
import java.util.TreeMap;

/// Tells whether a prompt is the same as at another time, without keeping its text: what its calls share, whatever the
/// rows give. The model and the API are not part of it.
public final class Edition {

    // The offset and the prime of FNV-1a in 64 bits.
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int PIECE = 8_192;

    private long hash = OFFSET;

    private Edition() {
    }

    /// Sixteen hexadecimal digits that two prompts share where they ask the same.
    public static String of(Prompt prompt) {
        var edition = new Edition();
        prompt.blocks().forEach(edition::add);
        Settings settings = prompt.settings();
        edition.add(settings.config());
        edition.add(settings.extra());
        CacheSettings cache = settings.cache();
        edition.add(cache.mode());
        edition.add(cache.ttl());
        edition.add(cache.key());
        edition.add(cache.retention());
        return String.format("%016x", edition.hash);
    }

    private void add(Block block) {
        add(block.role().word());
        add(String.valueOf(block.joined()));
        // What a block is called is not sent.
        add(Attributes.without(block.attributes(), "name"));
        int length = block.content().length();
        for (int i = 0; i < length; i += PIECE) {
            add(block.content().chars(i, Math.min(length, i + PIECE)));
        }
        end();
    }

    private void add(Map<String, String> fields) {
        new TreeMap<>(fields).forEach((name, value) -> {
            add(name);
            add(value);
        });
        end();
    }

    private void add(String text) {
        add(text.toCharArray());
        end();
    }

    private void add(char[] characters) {
        for (char character : characters) {
            hash = (hash ^ character) * PRIME;
        }
    }

    /// Else two fields could be taken for one.
    private void end() {
        hash = (hash ^ Character.MAX_VALUE) * PRIME;
    }
}
