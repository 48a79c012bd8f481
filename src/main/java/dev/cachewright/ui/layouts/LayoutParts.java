package dev.cachewright.ui.layouts;

import dev.cachewright.provider.Providers;
import dev.cachewright.run.experiment.Experiment;
import dev.cachewright.ui.fx.Background;
import java.util.function.Consumer;

/// What the window of layouts works with.
///
/// @param experiment makes the calls that measure layouts
/// @param delay does the last of the actions that it is given in quick succession
public record LayoutParts(Experiment experiment, Providers providers, Background background,
        Consumer<Runnable> delay) {
}
