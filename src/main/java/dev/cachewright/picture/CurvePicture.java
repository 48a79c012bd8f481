package dev.cachewright.picture;

import dev.cachewright.chart.Drawing;
import dev.cachewright.chart.Role;
import dev.cachewright.chart.Ruler;
import dev.cachewright.chart.Shape.Anchor;
import dev.cachewright.chart.Shape.Point;
import dev.cachewright.whatif.Answer;
import dev.cachewright.whatif.Knob;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import dev.cachewright.words.WhatIfWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// The hit rate and the cost of a day as one figure of a question grows, with a mark where it stands.
public final class CurvePicture {

    private static final double HEIGHT = 210;
    private static final double GAP = 8;
    private static final double DOT = 7;
    private static final double[] SHARES = {0, 0.5, 1};

    private final Ruler ruler;
    private final Knob knob;
    private final Answer now;
    private final List<Answer> answers;
    private final Optional<CurveScale> cost;
    private final CurveScale across;
    private final Sheet sheet;
    private final double width;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;

    private CurvePicture(List<Answer> curve, Knob knob, Answer now, Ruler ruler, double width) {
        this.ruler = ruler;
        this.knob = knob;
        this.now = now;
        this.answers = Stream.concat(curve.stream(), Stream.of(now)).sorted(Comparator.comparingDouble(this::knob))
                .toList();
        this.cost = answers.stream().allMatch(answer -> answer.perDay().isPresent())
                ? Optional.of(CurveScale.ofCosts(answers.stream().mapToDouble(CurvePicture::dollars).toArray()))
                : Optional.empty();
        this.across = CurveScale.across(knob(answers.getFirst()), knob(answers.getLast()));
        this.sheet = new Sheet(ruler);
        this.width = width;
        this.left = ruler.width(Numbers.percent(1), Role.TICK) + GAP;
        this.right = width - GAP - cost.stream().flatMap(scale -> scale.ticks().stream())
                .mapToDouble(tick -> ruler.width(words(tick), Role.TICK)).max().orElse(0);
        this.top = 2 * (ruler.line(Role.LEGEND_WORD) + GAP / 2);
        this.bottom = HEIGHT - 2 * ruler.line(Role.TICK) - GAP;
    }

    /// @param curve the answers as the figure grows
    /// @param now the answer as it stands
    /// @return empty where there is no curve
    public static Optional<Drawing> of(List<Answer> curve, Knob knob, Answer now, Ruler ruler, double width) {
        return curve.isEmpty()
                ? Optional.empty()
                : Optional.of(new CurvePicture(curve, knob, now, ruler, width).drawing());
    }

    private double knob(Answer answer) {
        return knob.of(answer.question());
    }

    private static double dollars(Answer answer) {
        return answer.perDay().orElseThrow().doubleValue();
    }

    private static String words(double dollars) {
        return "$" + WhatIfWords.number(dollars);
    }

    private Drawing drawing() {
        keys();
        shares();
        cost.ifPresent(this::costs);
        values();
        double x = x(now);
        sheet.line(Role.THRESHOLD, new Point(x, top), new Point(x, bottom));
        cost.ifPresent(scale -> line(Role.COST, answer -> y(scale.share(dollars(answer)))));
        line(Role.HIT_RATE, answer -> y(answer.hitRate()));
        return sheet.drawing(width, HEIGHT);
    }

    /// What the lines are, each above the axis that it is read on.
    private void keys() {
        double base = ruler.line(Role.LEGEND_WORD) - GAP / 4;
        double next = sheet.key(0, base, Role.HIT_RATE, Texts.get("what-if.hit-rate-axis"));
        cost.ifPresent(scale -> sheet.key(next, base, Role.COST, Texts.get(scale.isLogarithmic()
                ? "what-if.cost-axis-logarithmic"
                : "what-if.cost-axis")));
    }

    private void shares() {
        for (double share : SHARES) {
            sheet.line(Role.GRID, new Point(left, y(share)), new Point(right, y(share)));
            sheet.words(left - GAP, base(y(share)), Math.round(share * 100) + "%", Anchor.END, Role.TICK);
        }
    }

    private void costs(CurveScale scale) {
        for (double tick : scale.ticks()) {
            sheet.words(width, base(y(scale.share(tick))), words(tick), Anchor.END, Role.TICK);
        }
    }

    /// The figures below the axis, as many as have room, and what they are.
    private void values() {
        double free = 0;
        double base = bottom + ruler.line(Role.TICK);
        for (double stop : knob.stops()) {
            String text = WhatIfWords.number(stop);
            double wide = ruler.width(text, Role.TICK);
            double x = Math.clamp(x(stop), left + wide / 2, right - wide / 2);
            if (x - wide / 2 >= free) {
                sheet.words(x, base, text, Anchor.MIDDLE, Role.TICK);
                free = x + wide / 2 + GAP;
            }
        }
        sheet.words((left + right) / 2, HEIGHT - GAP / 2, Texts.get("what-if.axis." + knob.word()), Anchor.MIDDLE,
                Role.LEGEND_WORD);
    }

    private void line(Role role, ToDoubleFunction<Answer> height) {
        var points = new ArrayList<Point>();
        answers.forEach(answer -> points.add(new Point(x(answer), height.applyAsDouble(answer))));
        sheet.line(role, points);
        sheet.box(x(now) - DOT / 2, height.applyAsDouble(now) - DOT / 2, DOT, DOT, role);
    }

    private double x(Answer answer) {
        return x(knob(answer));
    }

    private double x(double value) {
        return left + across.share(value) * (right - left);
    }

    private double y(double share) {
        return Math.round(bottom - Math.clamp(share, 0, 1) * (bottom - top)) - 0.5;
    }

    private double base(double y) {
        return y + ruler.size(Role.TICK) / 3;
    }
}
