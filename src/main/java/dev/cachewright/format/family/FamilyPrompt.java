package dev.cachewright.format.family;

import dev.cachewright.format.recover.FamilyCalls;
import dev.cachewright.format.recover.RecoveredPrompt;
import dev.cachewright.format.recover.Recovery;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.traffic.KeyShape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The prompt that most calls of a family come from.
///
/// @param family the calls it was looked for in
/// @param recovery all that was found in them: other prompts, and calls that none has
/// @param prompt with its rows
public record FamilyPrompt(FamilyCalls family, Recovery recovery, RecoveredPrompt prompt) {

    private static final int LONGEST_NAME = 40;

    /// Empty where no prompt gives back a call exactly.
    public static Optional<FamilyPrompt> of(FamilyCalls family, Recovery recovery) {
        return recovery.prompts().stream().findFirst().map(prompt -> new FamilyPrompt(family, recovery, prompt));
    }

    /// Its name as that of a file, without an ending.
    public String name() {
        return name(family, prompt);
    }

    /// Calls that come from other prompts.
    public int elsewhere() {
        return recovery.exact() - prompt.calls();
    }

    /// A name for the file of a prompt, without its ending: what it begins with, but for what changes.
    public static String name(FamilyCalls family, RecoveredPrompt prompt) {
        String stem = KeyShape.strike(title(family, prompt)).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
                .replaceAll(
                        "^-|-$", "");
        stem = stem.length() > LONGEST_NAME ? stem.substring(0, LONGEST_NAME).replaceAll("-[^-]*$", "") : stem;
        return stem.isEmpty() ? "family-" + family.id() : stem;
    }

    private static String title(FamilyCalls family, RecoveredPrompt prompt) {
        List<Block> messages = prompt.prompt().blocks().stream().filter(block -> block.role().isMessage()).toList();
        boolean beginsChanging = !messages.isEmpty() && messages.getFirst().kind() == Kind.DYNAMIC;
        return messages.stream().filter(block -> beginsChanging && block.kind() == Kind.STATIC).findFirst()
                .map(block -> block.text().strip().lines().findFirst().orElse("")).orElse(family.name());
    }
}
