package dev.cachewright.ui.session;

import dev.cachewright.session.Session;
import dev.cachewright.session.Statistics;
import dev.cachewright.ui.kit.FigureText;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;

/// The figures of a session, as text.
final class SessionFigures {

    /// The unit, which a figure of two times names once.
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
        if (warm.endsWith(UNIT) && cold.endsWith(UNIT)) {
            firstToken.show(bare(warm), Texts.format("session.cold", bare(cold)));
        } else {
            firstToken.show(warm, cold.isEmpty() ? "" : Texts.format("session.cold-mixed", cold));
        }
    }

    private static String bare(String time) {
        return time.substring(0, time.length() - UNIT.length());
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
