package dev.cachewright.ui.shell;

import java.util.SequencedMap;
import javafx.scene.Parent;

/// What stands in the window.
///
/// @param editor the blocks
/// @param strip the forecast below them
/// @param tabs the views at the right by the key of their title, in their order
public record Panes(Parent editor, Parent strip, SequencedMap<String, Parent> tabs) {
}
