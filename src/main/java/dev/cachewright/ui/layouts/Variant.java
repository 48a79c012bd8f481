package dev.cachewright.ui.layouts;

import dev.cachewright.prompt.Prompt;

/// A prompt that is set beside the open one.
///
/// @param name another one for each
/// @param isFile whether it was read from a file, which has it still
public record Variant(String name, Prompt prompt, boolean isFile) {

    Variant named(String other) {
        return new Variant(other, prompt, isFile);
    }
}
