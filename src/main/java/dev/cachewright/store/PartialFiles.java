package dev.cachewright.store;

import dev.cachewright.format.file.PromptFile;
import dev.cachewright.prompt.template.Partials;
import dev.cachewright.prompt.text.InputException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// Reads the partials that a prompt puts in, and those that these put in: `_style.prompt` beside the prompt for
/// `{{>style}}`.
final class PartialFiles {

    private final Consumer<List<String>> check;
    private final BiFunction<String, String, PromptReader.Beside> beside;

    /// @param check is given the names of files beside the prompt before one of these is read
    /// @param beside gives the file of a partial by the partial's name and its own
    PartialFiles(Consumer<List<String>> check, BiFunction<String, String, PromptReader.Beside> beside) {
        this.check = check;
        this.beside = beside;
    }

    /// @param read takes the bytes of each file
    /// @throws FileProblem where a file cannot be used
    /// @throws InputException where the front matter cannot be read, or names what cannot be a file
    Partials of(String prompt, Map<Path, byte[]> read) {
        var texts = new LinkedHashMap<String, String>();
        var names = new ArrayList<String>(PromptFile.sidecars(prompt));
        List<String> wanted = List.copyOf(PromptFile.partialNames(prompt));
        do {
            wanted.stream().map(Partials::fileName).forEach(names::add);
            names.forEach(PartialFiles::requireFileName);
            check.accept(List.copyOf(names));
            names.clear();
            var next = new ArrayList<String>();
            for (String name : wanted) {
                PromptReader.Beside file = beside.apply(name, Partials.fileName(name));
                read.put(file.path(), file.text().bytes());
                String text = text(file);
                texts.put(name, text);
                next.addAll(PromptFile.partialNames(text));
            }
            wanted = next.stream().distinct().filter(name -> !texts.containsKey(name)).toList();
        } while (!wanted.isEmpty());
        return Partials.of(texts);
    }

    private static String text(PromptReader.Beside file) {
        try {
            return PromptFile.partial(file.text().withoutMark());
        } catch (InputException e) {
            throw new FileProblem(file.path(), e);
        }
    }

    private static void requireFileName(String name) {
        try {
            Path.of(name);
        } catch (InvalidPathException e) {
            throw new InputException("The prompt names a file that cannot be: " + e.getMessage(), 0, 0);
        }
    }
}
