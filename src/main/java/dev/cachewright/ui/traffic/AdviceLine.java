package dev.cachewright.ui.traffic;

import dev.cachewright.advice.Advice;
import dev.cachewright.format.family.FamilyAdvice;
import dev.cachewright.words.AdviceWords;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.stream.Stream;

/// An advice on a family: what to do, and what that brings.
record AdviceLine(String title, String gain) {

    /// Each advice, and last what they bring together, which may be more than one of them brings alone.
    static List<AdviceLine> all(FamilyAdvice.Given given) {
        return Stream
                .concat(given.advice().stream().map(AdviceLine::of), given.all().stream().map(plan -> new AdviceLine(
                        Texts.format("traffic.advice-all", plan.taken().size()), AdviceWords.gain(plan.gain()))))
                .toList();
    }

    private static AdviceLine of(Advice advice) {
        return new AdviceLine(AdviceWords.title(advice), AdviceWords.gain(advice));
    }
}
