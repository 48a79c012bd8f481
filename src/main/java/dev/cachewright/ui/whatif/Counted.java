package dev.cachewright.ui.whatif;

import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Values;
import dev.cachewright.whatif.WhatIf;
import java.time.Instant;

/// A state of the prompt, which is counted when it is first asked about.
record Counted(Prompt prompt, Values values, Instant at, WhatIf whatIf) {

    boolean isOf(Prompt other, Values others) {
        return prompt == other && values == others;
    }
}
