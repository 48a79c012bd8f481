package dev.cachewright.ui.whatif;

import dev.cachewright.prompt.Prompt;
import dev.cachewright.words.Texts;
import java.util.Optional;

/// Why nothing can be answered, and what to do.
///
/// @param action words of the button that does it
/// @param command its id
record Obstacle(String title, String hint, String action, String command) {

    private static final String CHOOSE_MODEL = "choose-model";

    /// What is missing in the prompt itself.
    static Optional<Obstacle> of(Prompt prompt) {
        if (prompt.blocks().isEmpty()) {
            return Optional.of(new Obstacle(Texts.get("what-if.no-prompt"), Texts.get("what-if.no-prompt-hint"),
                    Texts.get("command.open"), "open"));
        }
        return prompt.settings().model().isBlank()
                ? Optional.of(new Obstacle(Texts.get("what-if.no-model"), Texts.get("what-if.no-model-hint"),
                        Texts.get("command.choose-model"), CHOOSE_MODEL))
                : Optional.empty();
    }

    /// @param ownFile where the user may add models
    static Obstacle noRules(String model, String ownFile) {
        return new Obstacle(Texts.format("what-if.no-rules", model), Texts.format("what-if.no-rules-hint", ownFile),
                Texts.get("command.choose-model"), CHOOSE_MODEL);
    }
}
