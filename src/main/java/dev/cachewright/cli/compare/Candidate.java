package dev.cachewright.cli.compare;

import dev.cachewright.cli.argument.PromptArguments;
import dev.cachewright.experiment.Layout;
import java.nio.file.Path;

/// A layout and the file that it is in.
record Candidate(Path file, PromptArguments.Input input, Layout layout) {
}
