package dev.cachewright.cli.key;

import dev.cachewright.cli.argument.CliProblem;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Where a key is read from: never an argument, which every process of the system can see.
public interface KeyInput {

    /// The key that was entered, or empty where nothing was.
    ///
    /// @param prompt what a person at a terminal is asked
    /// @throws IOException where the input breaks
    Optional<String> read(String prompt) throws IOException;

    /// The terminal, which shows nothing of the key; standard input where that is piped.
    static KeyInput system() {
        return prompt -> {
            Console console = System.console();
            if (console == null || !console.isTerminal()) {
                return of(System.in).read(prompt);
            }
            char[] typed = console.readPassword("%s", prompt);
            return Optional.ofNullable(typed).map(String::new).filter(key -> !key.isBlank());
        };
    }

    /// The one line of a stream; the stream may be a file by mistake, so no more than a key is read.
    static KeyInput of(InputStream in) {
        return _ -> {
            String text = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
            List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
            if (lines.size() > 1) {
                throw new CliProblem("A key is one line, and more came in: pipe in the key alone");
            }
            return lines.stream().findFirst();
        };
    }

    /// Of all keys that are known the longest has some thousand bytes.
    int LONGEST = 16 * 1024;
}
