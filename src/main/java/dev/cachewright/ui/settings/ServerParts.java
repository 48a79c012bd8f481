package dev.cachewright.ui.settings;

import dev.cachewright.provider.ServerCheck;
import dev.cachewright.settings.Keys;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.workspace.PreferencesModel;
import java.util.function.Supplier;

/// What the page of servers works with.
///
/// @param model the model of the prompt that is open; empty where there is none
public record ServerParts(PreferencesModel preferences, Keys keys, ServerCheck check, Background background,
        Supplier<String> model) {
}
