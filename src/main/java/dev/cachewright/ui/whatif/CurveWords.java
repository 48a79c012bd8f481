package dev.cachewright.ui.whatif;

import dev.cachewright.whatif.Answer;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.WhatIfWords;
import java.util.stream.Collectors;

/// A curve for those who do not see it.
final class CurveWords {

    private CurveWords() {
    }

    static String of(Curve curve) {
        return Texts.format("what-if.curve-words", Texts.get("what-if.knob." + curve.knob().word()),
                curve.answers().stream().map(answer -> point(curve, answer)).collect(Collectors.joining("; ")));
    }

    private static String point(Curve curve, Answer answer) {
        return Texts.format("what-if.curve-point", WhatIfWords.number(curve.knob().of(answer.question())),
                Numbers.percent(answer.hitRate()), WhatIfWords.money(answer.perDay()));
    }
}
