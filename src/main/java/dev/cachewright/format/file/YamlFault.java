package dev.cachewright.format.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cachewright.prompt.text.InputException;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/// What the parser says of a front matter that is no YAML: the character that is wrong, without the parser's own terms.
final class YamlFault {

    private YamlFault() {
    }

    /// @param lineBefore how many lines of the file precede the YAML
    static InputException of(JsonProcessingException fault, int lineBefore) {
        if (fault.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            Optional<Mark> opened = Optional.ofNullable(marked.getContextMark()).filter(_ -> isAtEnd(marked));
            return opened.map(at -> at("what is opened here is never closed", lineBefore, at))
                    .orElseGet(() -> at(words(Optional.ofNullable(marked.getProblem())), lineBefore,
                            marked.getProblemMark()));
        }
        JsonLocation at = fault.getLocation();
        Optional<String> message = fault.getOriginalMessage().lines().findFirst()
                .map(line -> line.replaceFirst(", got this instead.*", ""));
        return at == null
                ? at(words(message), lineBefore + 1, 1)
                : at(words(message), lineBefore + at.getLineNr(), at.getColumnNr());
    }

    /// @param at where the parser stopped
    static InputException beyondLimits(JsonLocation at, int lineBefore) {
        return at("it is nested too deeply, or one of its values is too long", lineBefore + at.getLineNr(),
                at.getColumnNr());
    }

    private static boolean isAtEnd(MarkedYAMLException fault) {
        String problem = Objects.requireNonNullElse(fault.getProblem(), "");
        return problem.contains("end of stream") || problem.contains("<stream end>");
    }

    private static InputException at(String words, int lineBefore, Mark mark) {
        return at(words, lineBefore + mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static InputException at(String words, int line, int column) {
        return new InputException("The front matter is not valid YAML: " + words, line, column);
    }

    private static String words(Optional<String> problem) {
        return problem.orElse("it cannot be read")
                .replaceFirst("character '\\\\t\\(TAB\\)'.*", "a tab: indent with spaces")
                .replaceFirst("\\. \\(Do not use .*", "").replaceFirst(" ?\\(\\d+\\)$", "")
                .replaceFirst("^mapping values are not allowed here$", "a value stands where none can be: put a text "
                        + "with a colon in quotes")
                .replaceFirst("expected (.+) or (.+), but got (.+)", "$1 or $2 should be before $3")
                .replace("<block end>", "the end of the block")
                .replace("'<block mapping start>'", "a line that is indented less");
    }
}
