package dev.cachewright.ui.whatif;

import dev.cachewright.whatif.Answer;
import dev.cachewright.whatif.Question;
import dev.cachewright.whatif.WhatIf;
import dev.cachewright.words.WhatIfWords;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is answered to one question.
///
/// @param whatIf what answered it
/// @param question as it was answered: a lifetime that the model does not take is left out
/// @param answer empty where the rules of the model's cache are not known
/// @param lifetimes that can be chosen for the model
/// @param prices that were used, with their day and source; empty where there are none
record Reply(WhatIf whatIf, Question question, Optional<Answer> answer, List<String> lifetimes,
        Optional<String> prices) {

    /// Counts the prompt where that has not been done; not on the UI thread.
    static Reply of(WhatIf whatIf, Question asked, Instant at) {
        List<String> lifetimes = whatIf.lifetimes(asked.model());
        Question question = lifetimes.contains(asked.lifetime()) ? asked : asked.withLifetime("");
        Optional<Answer> answer = whatIf.answer(question);
        return new Reply(whatIf, question, answer, lifetimes, answer.flatMap(found -> WhatIfWords.prices(found, at)));
    }
}
