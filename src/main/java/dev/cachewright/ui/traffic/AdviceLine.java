package dev.cachewright.ui.traffic;

import dev.cachewright.advice.Advice;
import dev.cachewright.words.AdviceWords;

/// An advice on a family: what to do, and what that brings.
record AdviceLine(String title, String gain) {

    static AdviceLine of(Advice advice) {
        return new AdviceLine(AdviceWords.title(advice), AdviceWords.gain(advice));
    }
}
