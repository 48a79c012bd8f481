package dev.cachewright.ui.whatif;

import dev.cachewright.whatif.Answer;
import dev.cachewright.whatif.Knob;
import java.util.List;

/// The answers as one figure grows.
///
/// @param now the answer as the figure stands
record Curve(Knob knob, List<Answer> answers, Answer now) {
}
