package dev.cachewright.ui.whatif;

import dev.cachewright.whatif.Answer;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.WhatIfWords;

/// A model in the table of all models.
///
/// @param isOwn whether the prompt names it
record ModelRow(String model, String perDay, String hitRate, String perCall, boolean isOwn) {

    static ModelRow of(Answer answer, String own) {
        String id = answer.question().model();
        boolean isOwn = id.equals(own);
        return new ModelRow(isOwn ? Texts.format("what-if.own-model", id) : id, WhatIfWords.money(answer.perDay()),
                Numbers.percent(answer.hitRate()), WhatIfWords.money(answer.perCall()), isOwn);
    }
}
