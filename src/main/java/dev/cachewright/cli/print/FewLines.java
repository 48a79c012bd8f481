package dev.cachewright.cli.print;

import dev.cachewright.words.FewWords;

/// Lines of one kind on standard error, of which there may be as many as there are calls: the first few, and at the end
/// how many there were beside them.
public final class FewLines {

    private final Console console;
    private final String about;
    private long count;

    /// @param about what the line at the end begins with
    public FewLines(Console console, String about) {
        this.console = console;
        this.about = about;
    }

    public void say(String line) {
        count++;
        if (count <= FewWords.FEW) {
            console.say(line);
        }
    }

    /// Says how many lines were left out, where any were.
    public void end() {
        if (count > FewWords.FEW) {
            console.say(about + FewWords.more(count - FewWords.FEW));
            count = 0;
        }
    }
}
