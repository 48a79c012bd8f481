package dev.cachewright.ui.editor.marks;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Outlook;
import dev.cachewright.analysis.Reach;
import dev.cachewright.token.request.Place;
import dev.cachewright.token.request.TokenSpan;
import dev.cachewright.ui.kit.rail.PrefixRail.RailZone;
import dev.cachewright.ui.kit.rail.RailSegment;
import dev.cachewright.ui.kit.rail.RailTick;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.ReachWords;
import dev.cachewright.words.Texts;
import dev.cachewright.words.TokenWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What the rail and the line between the blocks show.
///
/// @param end where the static prefix ends, or the last breakpoint that a warm call reads
/// @param caption the words on the line
/// @param isShort whether what is before the line is too short to be cached
/// @param segments the blocks by what becomes of them
/// @param ticks figures on the rail, from the top down
/// @param zone where the threshold lies when tokens are estimated
/// @param breakpoint the block after which a set breakpoint says the same as the line; empty where none does
public record PrefixMarks(Place end, String caption, boolean isShort, List<RailSegment> segments, List<RailTick> ticks,
        Optional<RailZone> zone, Optional<String> breakpoint) {

    private static final int MOST_STEPS = 100;

    /// What depends on whether tokens are counted, estimated, or end at breakpoints.
    record Line(Place end, String caption, List<RailTick> ticks, Optional<RailZone> zone,
            Optional<String> breakpoint) {

        Line(Place end, String caption, List<RailTick> ticks, Optional<RailZone> zone) {
            this(end, caption, ticks, zone, Optional.empty());
        }
    }

    public static PrefixMarks of(Analysis analysis, Reach reach) {
        Line line = line(analysis);
        String lost = ReachWords.lost(analysis, reach);
        var ticks = new ArrayList<>(List.of(new RailTick(0, "0", false, "")));
        ticks.addAll(line.ticks());
        line.zone().ifPresent(open -> ticks.add(new RailTick((open.from() + open.to()) / 2,
                Texts.format("editor.zone", analysis.threshold().orElseThrow()), false, "")));
        ticks.add(new RailTick(analysis.tokens().size(), TokenWords.brief(analysis.total()), false, ""));
        String caption = lost.isEmpty() ? line.caption() : line.caption() + " · " + lost;
        return new PrefixMarks(line.end(),
                analysis.isAssumed() ? Texts.format("editor.prefix-assumed", caption) : caption,
                analysis.standing().isOutOfReach(),
                segments(reach), List.copyOf(ticks), line.zone(), line.breakpoint());
    }

    private static Line line(Analysis analysis) {
        Optional<Outlook> breakpoints = analysis.outlook().filter(outlook -> outlook.rules().hasBreakpoints());
        if (breakpoints.isPresent()) {
            return BreakpointMarks.of(analysis, breakpoints.get());
        }
        if (!analysis.isExact()) {
            return EstimateMarks.of(analysis);
        }
        int prefix = analysis.prefix().tokens();
        return new Line(analysis.prefix().end(), withStable(caption(analysis, prefix), analysis), ticks(analysis),
                Optional.empty());
    }

    private static List<RailSegment> segments(Reach reach) {
        return reach.stretches().stream().map(stretch -> new RailSegment(stretch.blockId(), stretch.tokens(),
                styleClass(stretch.state()))).toList();
    }

    /// What the rail says of a block.
    ///
    /// @param span as the encoding counts it
    public static String words(Analysis analysis, TokenSpan span, Reach.OfBlock reach) {
        int tokens = analysis.estimate().tokens(span.cumulative())
                - analysis.estimate().tokens(span.cumulative() - span.tokens());
        return analysis.prompt().block(span.blockId()).map(block -> Texts.format("editor.rail-block",
                Texts.get("block-card.role." + block.role().word()), block.name(),
                TokenWords.about(analysis, Numbers.count(tokens)), ReachWords.brief(block, reach))).orElse("");
    }

    /// The tokens up to a place that is given as a part of a block, from 0 to 1.
    public double tokensAt(String blockId, double part) {
        int before = 0;
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).blockId().equals(blockId)) {
                return before + part * segments.stream()
                        .filter(segment -> segment.blockId().equals(blockId)).mapToInt(RailSegment::tokens)
                        .sum();
            }
            before += segments.get(i).tokens();
        }
        return 0;
    }

    static String styleClass(Reach.State state) {
        return switch (state) {
            case DYNAMIC -> "dynamic";
            case ASSUMED -> "assumed";
            default -> state.isOutOfReach() ? "out-of-reach" : "cached";
        };
    }

    /// What applies to rows that are not loaded, where that is less and some of it is cached now.
    private static String withStable(String caption, Analysis analysis) {
        int stable = analysis.prefix().stable();
        return stable < analysis.prefix().tokens() && !analysis.standing().isOutOfReach()
                ? Texts.format("editor.prefix-stable", caption, Numbers.count(stable))
                : caption;
    }

    static String caption(Analysis analysis, int prefix) {
        Optional<Outlook> outlook = analysis.outlook();
        String ends = Numbers.count(prefix);
        if (outlook.isEmpty()) {
            return Texts.format("editor.prefix-plain", ends);
        }
        int threshold = outlook.get().rules().threshold();
        if (outlook.get().cacheable() == 0) {
            return prefix < threshold
                    ? Texts.format("editor.prefix-short", ends, Numbers.count((long) threshold - prefix),
                            Numbers.count(threshold))
                    : Texts.format("editor.prefix-plain", ends);
        }
        return Texts.format("editor.prefix-cacheable", ends, Numbers.count(outlook.get().cacheable()));
    }

    private static List<RailTick> ticks(Analysis analysis) {
        var ticks = new ArrayList<RailTick>();
        analysis.outlook().ifPresent(outlook -> {
            int threshold = outlook.rules().threshold();
            int size = analysis.tokens().size();
            if (threshold > 0 && threshold < size) {
                ticks.add(new RailTick(threshold, Numbers.count(threshold),
                        analysis.prefix().tokens() >= threshold, ""));
            }
            if (outlook.cacheable() > threshold) {
                ticks.add(new RailTick(outlook.cacheable(), Numbers.count(outlook.cacheable()), true, ""));
            }
            ticks.addAll(steps(outlook, size));
        });
        return ticks;
    }

    /// The steps of the rules, where they make a ruler.
    private static List<RailTick> steps(Outlook outlook, int size) {
        var steps = new ArrayList<RailTick>();
        OptionalInt step = outlook.rules().nextStep(outlook.rules().threshold());
        while (step.isPresent() && step.getAsInt() < size) {
            if (steps.size() == MOST_STEPS) {
                return List.of();
            }
            if (step.getAsInt() != outlook.cacheable()) {
                steps.add(new RailTick(step.getAsInt(), Numbers.count(step.getAsInt()), false, "step"));
            }
            step = outlook.rules().nextStep(step.getAsInt());
        }
        return steps;
    }
}
