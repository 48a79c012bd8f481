package dev.cachewright.cli.key;

import dev.cachewright.settings.Keys;
import java.util.function.Supplier;

/// What the commands for keys work with.
///
/// @param keys looked for when a command asks
public record CliKeys(Supplier<Keys> keys, KeyInput input) {
}
