package dev.cachewright.ui.traffic;

import dev.cachewright.analysis.Cadence;
import dev.cachewright.store.PromptDocument;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Where a family goes that is opened as a prompt.
@FunctionalInterface
public interface PromptDoor {

    /// Has a prompt made and opened with the pace of its calls, once nothing unsaved can be lost; not at all where the
    /// user says so.
    ///
    /// @param making is given what takes the prompt, later or never
    void open(Consumer<BiConsumer<PromptDocument, Cadence>> making);
}
