package dev.cachewright.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder of a prompt, and what lies in it: links and `..` are followed.
final class PromptFolder {

    private final Path prompt;

    PromptFolder(Path prompt) {
        this.prompt = prompt.toAbsolutePath();
    }

    /// Whether a file that the prompt names lies in its folder, or in one below; also for one that does not exist.
    boolean holds(String name) {
        try {
            return real(prompt.resolveSibling(name).normalize()).startsWith(real(prompt.getParent()));
        } catch (IOException _) {
            return false;
        }
    }

    /// The real place: of the nearest folder above that exists, where the file does not.
    private static Path real(Path path) throws IOException {
        if (Files.exists(path)) {
            return path.toRealPath();
        }
        if (Files.isSymbolicLink(path)) {
            return real(path.resolveSibling(Files.readSymbolicLink(path)).normalize());
        }
        return path.getParent() == null ? path : real(path.getParent()).resolve(path.getFileName());
    }
}
