package dev.cachewright.store;

import dev.cachewright.format.file.PromptFile;
import dev.cachewright.format.file.ValuesReader;
import dev.cachewright.prompt.Attributes;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The prompts that come with Cachewright. They open as documents without a file.
public final class Samples {

    private static final String FOLDER = "/samples/";

    private Samples() {
    }

    /// The names of the samples, the first one for a first look.
    public static List<String> names() {
        return List.of("support-agent", "classic-experiment", "timestamp-pitfall", "claude-review");
    }

    public static PromptDocument open(String name) {
        PromptFile source = PromptFile.read(text(name + ".prompt"));
        Map<Path, byte[]> beside = new LinkedHashMap<>();
        var blocks = new ArrayList<Block>();
        for (Role role : List.of(Role.TOOLS, Role.SCHEMA)) {
            String file = source.sidecar(PromptDocument.sidecarKey(role));
            if (!file.isEmpty()) {
                blocks.add(new Block(role.word(), role, Kind.STATIC, false, Text.of(text(file)), Attributes.none()));
            }
        }
        blocks.addAll(source.messages().blocks());
        String valuesFile = source.sidecar(PromptFile.VALUES);
        Values values = Values.none();
        if (!valuesFile.isEmpty()) {
            values = ValuesReader.read(valuesFile, text(valuesFile));
            beside.put(Path.of(valuesFile), text(valuesFile).getBytes(StandardCharsets.UTF_8));
        }
        var prompt = source.messages().withBlocks(blocks);
        return new PromptDocument(Optional.empty(), name + ".prompt", source, prompt, values, beside);
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream(FOLDER + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
