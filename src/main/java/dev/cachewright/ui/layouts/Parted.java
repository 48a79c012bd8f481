package dev.cachewright.ui.layouts;

import dev.cachewright.divergence.Explanation;
import dev.cachewright.experiment.LayoutDifference;
import dev.cachewright.experiment.LayoutForecast;
import dev.cachewright.format.body.RequestBody;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.format.divergence.Explainer;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.text.LineDifference;
import dev.cachewright.prompt.text.LineDifference.Change;
import dev.cachewright.words.CompareWords;
import dev.cachewright.words.Texts;
import dev.cachewright.words.WhyWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// How two layouts part, in words.
///
/// @param title their names
/// @param sentences where their first requests part and why, and how many lines of their texts differ
/// @param lines those that differ, with one around them
record Parted(String title, List<String> sentences, List<LineDifference.Line> lines) {

    private static final int AROUND = 1;

    /// May take long: not on the UI thread.
    static Parted of(LayoutForecast first, LayoutForecast other) {
        String before = first.layout().name();
        String name = other.layout().name();
        LayoutDifference difference = LayoutDifference.of(first, other);
        LineDifference lines = difference.lines();
        // Nothing is said of what it costs, and so the time is of no account.
        Explanation why = Explainer.explain(side(first), side(other), Set.of(), Instant.EPOCH);
        var sentences = new ArrayList<String>();
        sentences.add(new WhyWords(before, name, id -> blockName(other.layout().prompt(), id)).relation(why));
        CompareWords.causes(why, difference)
                .forEach(cause -> sentences.add(Texts.format("layout-difference.cause", cause.text())));
        sentences.add(Texts.format("layout-difference.lines", count(lines, Change.REMOVED), count(lines,
                Change.ADDED)));
        return new Parted(Texts.format("layout-difference.title", name, before), sentences, lines.isNone()
                ? List.of()
                : lines.around(AROUND).lines());
    }

    private static String blockName(Prompt prompt, String id) {
        return prompt.blocks().stream().filter(block -> block.id().equals(id)).map(Block::name).findFirst()
                .orElse(id);
    }

    private static Explainer.Side side(LayoutForecast forecast) {
        RequestBody body = RequestBodyWriter.write(forecast.first().sent(), false);
        return new Explainer.Side(body.json(), body.blocks(), forecast.layout().destination());
    }

    private static long count(LineDifference lines, Change change) {
        return lines.lines().stream().filter(line -> line.change() == change).count();
    }
}
