package dev.cachewright.store;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder of a prompt, and what lies in it: links and `..` are followed.
final class PromptFolder {

    /// As many as Linux follows.
    private static final int MOST_LINKS = 40;

    private final Path prompt;

    PromptFolder(Path prompt) {
        this.prompt = prompt.toAbsolutePath();
    }

    /// Whether a file that the prompt names lies in its folder, or in one below; also for one that does not exist.
    boolean holds(String name) {
        try {
            return real(prompt.resolveSibling(name).normalize(), MOST_LINKS)
                    .startsWith(real(prompt.getParent(), MOST_LINKS));
        } catch (IOException _) {
            return false;
        }
    }

    /// The real place: of the nearest folder above that exists, where the file does not.
    ///
    /// @param links how many links are still followed
    private static Path real(Path path, int links) throws IOException {
        if (Files.exists(path)) {
            return path.toRealPath();
        }
        if (Files.isSymbolicLink(path)) {
            if (links == 0) {
                throw new FileSystemLoopException(path.toString());
            }
            return real(path.resolveSibling(Files.readSymbolicLink(path)).normalize(), links - 1);
        }
        return path.getParent() == null ? path : real(path.getParent(), links).resolve(path.getFileName());
    }
}
