package dev.cachewright.ui.whatif;

import dev.cachewright.ui.kit.FigureText;
import dev.cachewright.whatif.Answer;
import dev.cachewright.whatif.KeepAlive;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Sentence;
import dev.cachewright.words.Texts;
import dev.cachewright.words.WhatIfWords;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// An answer as figures, and the lines that say where they come from. What is not known is a dash.
public final class WhatIfFigures {

    private final FigureText perDay = new FigureText();
    private final FigureText perMonth = new FigureText();
    private final FigureText plain = new FigureText();
    private final FigureText hitRate = new FigureText();
    private final FigureText warm = new FigureText();
    private final FigureText firstToken = new FigureText();
    private final ReadOnlyObjectWrapper<List<String>> lines = new ReadOnlyObjectWrapper<>(List.of());

    void show(Reply reply, Answer answer) {
        String noPrice = answer.perDay().isPresent() ? "" : Texts.get("what-if.no-price");
        perDay.show(WhatIfWords.money(answer.perDay()), noPrice);
        perDay.explain(answer.perCall().map(call -> Texts.format("what-if.per-call", Numbers.money(call))).orElse(""));
        perMonth.show(WhatIfWords.money(answer.perMonth()), "");
        plain.show(WhatIfWords.money(answer.plainPerDay()), "");
        hitRate.show(Numbers.percent(answer.hitRate()), "");
        warm.show(Numbers.percent(1 - answer.coldShare()), "");
        firstToken.show(WhatIfWords.firstToken(answer), "");
        firstToken.explain(Texts.get("what-if.first-token-hint"));
        lines.set(lines(reply, answer));
    }

    private static List<String> lines(Reply reply, Answer answer) {
        var lines = new ArrayList<String>();
        lines.add(WhatIfWords.coldFormula(answer));
        lines.add(WhatIfWords.call("cold", answer.means().cold(), answer.means().coldCost()));
        lines.add(WhatIfWords.call("warm", answer.means().warm(), answer.means().warmCost()));
        lines.addAll(WhatIfWords.breakEven(answer));
        lines.add(WhatIfWords.keepAlive(KeepAlive.of(answer)));
        reply.prices().ifPresent(lines::add);
        return lines.stream().map(Sentence::capital).toList();
    }

    /// Nothing is known.
    void clear() {
        for (FigureText figure : List.of(perDay, perMonth, plain, hitRate, warm, firstToken)) {
            figure.showNone("");
            figure.explain("");
        }
        lines.set(List.of());
    }

    public FigureText getPerDay() {
        return perDay;
    }

    public FigureText getPerMonth() {
        return perMonth;
    }

    public FigureText getPlain() {
        return plain;
    }

    public FigureText getHitRate() {
        return hitRate;
    }

    public FigureText getWarm() {
        return warm;
    }

    public FigureText getFirstToken() {
        return firstToken;
    }

    /// Where the figures come from.
    ReadOnlyObjectProperty<List<String>> linesProperty() {
        return lines.getReadOnlyProperty();
    }
}
