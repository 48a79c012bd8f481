package dev.cachewright.ui.editor.marks;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Outlook;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.cache.Boundary;
import dev.cachewright.cache.MissReason;
import dev.cachewright.cache.Reuse;
import dev.cachewright.token.request.RequestTokens;
import dev.cachewright.ui.kit.rail.RailTick;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TokenWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The marks of a prompt whose prefixes end at breakpoints: the line is at the last one that a warm call reads, else
/// where the static prefix ends.
final class BreakpointMarks {

    private BreakpointMarks() {
    }

    static PrefixMarks.Line of(Analysis analysis, Outlook outlook) {
        Reuse reuse = outlook.reuse();
        RequestTokens tokens = analysis.tokens();
        var ticks = new ArrayList<RailTick>();
        int threshold = outlook.rules().threshold();
        if (analysis.isExact() && threshold > 0 && threshold < tokens.size()) {
            ticks.add(new RailTick(threshold, Numbers.count(threshold), outlook.cacheable() >= threshold, ""));
        }
        // Those that are set have their lines; these are the provider's own.
        reuse.boundaries().stream().filter(boundary -> boundary.isWritten() && !boundary.isMarked())
                .forEach(boundary -> ticks.add(new RailTick(boundary.position(),
                        figure(analysis, boundary.position()), boundary.position() == reuse.end(), "written")));
        return new PrefixMarks.Line(reuse.end() == 0 ? analysis.prefix().end() : tokens.placeAfter(reuse.end()),
                caption(analysis, outlook), ticks,
                analysis.isExact() ? Optional.empty() : EstimateMarks.zone(analysis), marked(reuse));
    }

    private static Optional<String> marked(Reuse reuse) {
        return at(reuse.boundaries(), reuse.end()).filter(Boundary::isMarked).map(Boundary::blockId);
    }

    private static Optional<Boundary> at(List<Boundary> boundaries, int position) {
        return boundaries.stream().filter(boundary -> boundary.position() == position).findFirst();
    }

    private static String caption(Analysis analysis, Outlook outlook) {
        Reuse reuse = outlook.reuse();
        if (reuse.end() > 0) {
            return Texts.format("editor.prefix-implicit", figure(analysis, reuse.end()));
        }
        TokenRange prefix = analysis.prefixTokens();
        if (reuse.why() != MissReason.REFUSED && !prefix.reaches(outlook.rules().threshold())) {
            return analysis.isExact() ? PrefixMarks.caption(analysis, prefix.tokens())
                    : EstimateMarks.caption(analysis);
        }
        String ends = Texts.format(analysis.isExact() ? "editor.prefix-plain" : "editor.prefix-about",
                TokenWords.inSentence(prefix));
        return Texts.format(reuse.why() == MissReason.REFUSED ? "editor.prefix-refused" : "editor.prefix-unmarked",
                ends);
    }

    private static String figure(Analysis analysis, int position) {
        return TokenWords.brief(analysis.estimate().range(position));
    }
}
