package dev.cachewright.ui.why;

import dev.cachewright.format.divergence.Explainer;
import java.util.function.Supplier;

/// A request that was sent.
///
/// @param name as it begins a sentence and stands above its text: `Call 8`
/// @param inSentence inside a sentence: `call 8`
/// @param side its body, its blocks and where it went; asked for in the background
public record Sent(String name, String inSentence, Supplier<Explainer.Side> side) {
}
