package dev.cachewright.format.advice;

import dev.cachewright.advice.AdviceRule;
import dev.cachewright.advice.marks.MissingBreakpoint;
import dev.cachewright.advice.marks.RefusedBreakpoint;
import dev.cachewright.advice.marks.UnreadBreakpoint;
import dev.cachewright.advice.settings.CacheKey;
import dev.cachewright.advice.settings.Circumstances;
import dev.cachewright.advice.settings.Pace;
import dev.cachewright.advice.settings.Reasoning;
import dev.cachewright.advice.settings.RefusedSetting;
import dev.cachewright.advice.text.Drift;
import dev.cachewright.advice.text.EarlyChange;
import dev.cachewright.advice.text.ShortPrefix;
import dev.cachewright.advice.text.Unfilled;
import java.util.List;

/// The one list of the rules of advice.
public final class AdviceRules {

    private AdviceRules() {
    }

    /// All of them; of two that lead to the same edit the first is given.
    public static List<AdviceRule> all() {
        return List.of(new EarlyChange(), new RefusedBreakpoint(), new RefusedSetting(), new OwnMarkers(),
                new BoundThinkingRule(), new UnreadBreakpoint(), new MissingBreakpoint(), new CacheKey(), new Pace(),
                new ToolsInOrder(), new KeysInOrder(), new PartingRequest(), new SideRequest(), new ChangingAddress(),
                new Reasoning(), new Drift(), new Unfilled(), new ShortPrefix(), new Circumstances());
    }
}
