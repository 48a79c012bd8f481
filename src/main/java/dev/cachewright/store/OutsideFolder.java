package dev.cachewright.store;

import java.nio.file.Path;
import java.util.List;

/// Thrown where a prompt names files outside its own folder: one that came from someone else could read any file of
/// its user into a request, or write over it. They are used where the user says so.
public final class OutsideFolder extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Path prompt;
    private final transient List<Path> files;

    OutsideFolder(Path prompt, List<Path> files) {
        super("The prompt names " + files.getFirst() + ", which is outside its folder");
        this.prompt = prompt;
        this.files = List.copyOf(files);
    }

    public Path prompt() {
        return prompt;
    }

    /// The files outside, as the prompt names them.
    public List<Path> files() {
        return files;
    }
}
