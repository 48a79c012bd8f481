package dev.cachewright.format.export;

import dev.cachewright.cache.request.SentRequests;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A file of another program in which a prompt can be handed on, with its variables.
public enum PromptForm {

    PROMPTY("prompty"), PROMPTFOO("promptfoo");

    private final String word;

    PromptForm(String word) {
        this.word = word;
    }

    /// The name on the command line.
    public String word() {
        return word;
    }

    public static Optional<PromptForm> of(String word) {
        return Arrays.stream(values()).filter(form -> form.word.equals(word)).findFirst();
    }

    /// What a file of a prompt is called.
    public String fileName(String prompt) {
        String stem = prompt.replaceFirst("\\.prompt$", "");
        return this == PROMPTY ? stem + ".prompty" : stem + ".promptfooconfig.yaml";
    }

    /// The prompt as such a file.
    ///
    /// @param rows of values; Prompty takes the first
    /// @throws dev.cachewright.prompt.text.InputException where the form cannot hold the prompt; it says why
    public Exported write(String name, Prompt prompt, List<Row> rows, SentRequests requests) {
        var tagged = TaggedRequest.of(prompt, requests);
        List<Row> given = rows.stream().map(row -> row.over(prompt.defaults())).toList();
        return this == PROMPTY
                ? new PromptyText(tagged, given).of(name)
                : new PromptfooText(tagged, given).of(name);
    }

    /// @param text of the file
    /// @param notes what of the prompt is not in it, a sentence each
    public record Exported(String text, List<String> notes) {

        public Exported {
            notes = List.copyOf(notes);
        }
    }
}
