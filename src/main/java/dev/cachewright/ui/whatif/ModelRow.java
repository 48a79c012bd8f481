package dev.cachewright.ui.whatif;

import dev.cachewright.whatif.Answer;
import dev.cachewright.words.Texts;
import dev.cachewright.words.WhatIfWords;

/// A model in the table of all models.
///
/// @param isOwn whether the prompt names it
record ModelRow(String model, String perDay, String hitRate, String perCall, boolean isOwn) {

    private static String named(Answer answer, String id, boolean isOwn) {
        if (isOwn) {
            return Texts.format("what-if.own-model", id);
        }
        return answer.counted().breakpoint().isPresent() ? id + " *" : id;
    }

    static ModelRow of(Answer answer, String own) {
        String id = answer.question().model();
        boolean isOwn = id.equals(own);
        return new ModelRow(named(answer, id, isOwn), WhatIfWords.money(answer, answer.perDay()),
                WhatIfWords.hitRate(answer), WhatIfWords.money(answer, answer.perCall()), isOwn);
    }
}
