package dev.cachewright.ui.shell;

import java.util.SequencedMap;
import java.util.function.Supplier;
import javafx.scene.Parent;

/// What the window shows.
///
/// @param editor makes the blocks
/// @param strip makes the forecast below them
/// @param tabs makes the views at the right, when they are first shown, by the key of their title, in their order
public record Panes(Supplier<Parent> editor, Supplier<Parent> strip, SequencedMap<String, Supplier<Parent>> tabs) {
}
