package dev.cachewright.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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
        String file = name + ".prompt";
        return PromptReader.read(Optional.empty(), file, text(file), _ -> {
        },
                beside -> new PromptReader.Beside(Path.of(beside), text(beside)));
    }

    private static TextFile text(String file) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream(FOLDER + file), file)) {
            byte[] bytes = in.readAllBytes();
            return new TextFile(bytes, new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
