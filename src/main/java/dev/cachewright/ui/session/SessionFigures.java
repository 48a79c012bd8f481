package dev.cachewright.ui.session;

import dev.cachewright.session.Session;
import dev.cachewright.session.Statistics;
import dev.cachewright.ui.fx.Numbers;
import dev.cachewright.ui.fx.Texts;
import dev.cachewright.ui.kit.FigureText;

/// The figures of a session, as text.
final class SessionFigures {

    /// Not said twice in one figure.
    private static final String UNIT = " ms";

    private final FigureText hitRate = new FigureText();
    private final FigureText forecastMet = new FigureText();
    private final FigureText saved = new FigureText();
    private final FigureText firstToken = new FigureText();

    void show(Session session) {
        Statistics statistics = session.statistics();
        hitRate.show(statistics.hitRate().isPresent()
                ? Numbers.percent(statistics.hitRate().getAsDouble())
                : FigureText.NONE, "");
        if (statistics.answered() == 0) {
            forecastMet.showNone("");
        } else {
            forecastMet.show(Numbers.count(statistics.asForecast()),
                    Texts.format("session.of-calls", statistics.answered()));
        }
        boolean isPriced = session.calls().stream().anyMatch(call -> call.bill().cost().isPresent());
        saved.show(isPriced ? Numbers.money(statistics.saved().dollars()) : FigureText.NONE, "");
        showFirstToken(statistics);
    }

    private void showFirstToken(Statistics statistics) {
        String warm = statistics.warm().map(time -> Numbers.duration(time.toMillis())).orElse(FigureText.NONE);
        String cold = statistics.cold().map(time -> Numbers.duration(time.toMillis())).orElse("");
        String bare = warm.endsWith(UNIT) && cold.endsWith(UNIT)
                ? cold.substring(0, cold.length() - UNIT.length())
                : cold;
        firstToken.show(warm, cold.isEmpty() ? "" : Texts.format("session.cold", bare));
    }

    FigureText hitRate() {
        return hitRate;
    }

    FigureText forecastMet() {
        return forecastMet;
    }

    FigureText saved() {
        return saved;
    }

    FigureText firstToken() {
        return firstToken;
    }
}
