package dev.cachewright.store;

import dev.cachewright.prompt.text.InputException;
import java.nio.file.Path;

/// Thrown where a file cannot be used; says which file, where in it, and what is wrong.
public final class FileProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final int line;
    private final int column;

    public FileProblem(Path file, InputException cause) {
        super(cause.getMessage(), cause);
        this.file = file;
        this.line = cause.line();
        this.column = cause.column();
    }

    public Path file() {
        return file;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    /// One line for people: `support.prompt:12:4: …`, without a place where the fault has none.
    public String oneLine() {
        String place = line == 0 ? "" : ":" + line + ":" + Math.max(1, column);
        return file + place + ": " + getMessage();
    }
}
