package dev.cachewright.store;

import dev.cachewright.prompt.text.InputException;
import java.nio.file.Path;

/// Thrown where a file cannot be used; says which file, where in it, and what is wrong.
public final class FileProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final String prompt;
    private final int line;
    private final int column;

    public FileProblem(Path file, InputException cause) {
        this(file, cause, "");
    }

    /// @param prompt the name of the prompt that names the file
    FileProblem(Path file, InputException cause, String prompt) {
        super(cause.getMessage(), cause);
        this.file = file;
        this.prompt = prompt;
        this.line = cause.line();
        this.column = cause.column();
    }

    public Path file() {
        return file;
    }

    /// The name of the prompt that names the file; empty where the file was asked for itself.
    public String prompt() {
        return prompt;
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
