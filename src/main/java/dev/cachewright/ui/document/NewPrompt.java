package dev.cachewright.ui.document;

import dev.cachewright.format.file.PromptFile;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.words.Texts;
import java.util.List;

/// The prompt that "New" opens: an empty system block and a question.
final class NewPrompt {

    private static final String MODEL = "gpt-5.4";

    private NewPrompt() {
    }

    /// @param last settings of the prompt before, whose model is kept
    static PromptDocument document(Settings last) {
        String model = last.model().isEmpty() ? MODEL : last.model();
        Prompt prompt = Prompt.of(
                List.of(Block.of("instructions", Role.SYSTEM, Kind.STATIC, "\n"),
                        Block.of("question", Role.USER, Kind.DYNAMIC, "{{question}}\n")),
                Settings.of(model, last.model().isEmpty() ? Api.CHAT : last.api()));
        return PromptDocument.untitled(Texts.get("document.untitled"), PromptFile.empty(), prompt, Values.none());
    }
}
