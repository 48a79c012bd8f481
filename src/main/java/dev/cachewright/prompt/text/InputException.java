package dev.cachewright.prompt.text;

/// A prompt, or a file that should contain one, cannot be read.
///
/// The message is for people: it says what is wrong and what to do next, without line and column, which are separate.
public final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String blockId;

    /// @param line from 1 on; 0 where the fault has no place
    /// @param column from 1 on; 0 where the fault has no place
    public InputException(String message, int line, int column) {
        this(message, line, column, "");
    }

    private InputException(String message, int line, int column, String blockId) {
        super(message);
        this.line = line;
        this.column = column;
        this.blockId = blockId;
    }

    /// A fault at the character at `offset` of a text.
    public static InputException at(String text, int offset, String message) {
        int line = 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
        return new InputException(message, line, offset - text.lastIndexOf('\n', offset - 1));
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    /// The block whose text is at fault, line and column counted from its beginning; empty where there is none.
    public String blockId() {
        return blockId;
    }

    public InputException inBlock(String id) {
        return new InputException(getMessage(), line, column, id);
    }

    /// The same fault, seen from a text in which this one begins at `lineOffset` lines and `columnOffset` characters.
    public InputException shifted(int lineOffset, int columnOffset) {
        return new InputException(getMessage(), line + lineOffset, line == 1 ? column + columnOffset : column);
    }
}
