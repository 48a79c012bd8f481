package dev.cachewright.ui.session;

import dev.cachewright.session.Call;
import dev.cachewright.session.Statistics;
import dev.cachewright.ui.kit.FigureText;
import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import java.util.List;

/// The figures of some calls of a session, as text.
public final class SessionFigures {

    /// The unit, which a figure of two times names once.
    private static final String UNIT = " ms";

    private final FigureText hitRate = new FigureText();
    private final FigureText forecastMet = new FigureText();
    private final FigureText saved = new FigureText();
    private final FigureText firstToken = new FigureText();

    void show(List<Call> calls) {
        Statistics statistics = Statistics.of(calls);
        hitRate.show(Numbers.percent(statistics.hitRate()), "");
        if (statistics.answered() == 0) {
            forecastMet.showNone("");
        } else {
            forecastMet.show(Numbers.count(statistics.asForecast()),
                    Texts.format("session.of-calls", statistics.answered()));
        }
        boolean isPriced = calls.stream().anyMatch(call -> call.bill().cost().isPresent());
        saved.show(isPriced ? Numbers.money(statistics.costs().saved().dollars()) : FigureText.NONE, "");
        showFirstToken(statistics);
    }

    private void showFirstToken(Statistics statistics) {
        String warm = statistics.warm().median().map(time -> Numbers.duration(time.toMillis())).orElse(FigureText.NONE);
        String cold = statistics.cold().median().map(time -> Numbers.duration(time.toMillis())).orElse("");
        if (warm.endsWith(UNIT) && cold.endsWith(UNIT)) {
            firstToken.show(bare(warm), Texts.format("session.cold", bare(cold)));
        } else {
            firstToken.show(warm, cold.isEmpty() ? "" : Texts.format("session.cold-mixed", cold));
        }
    }

    private static String bare(String time) {
        return time.substring(0, time.length() - UNIT.length());
    }

    public FigureText getHitRate() {
        return hitRate;
    }

    public FigureText getForecastMet() {
        return forecastMet;
    }

    public FigureText getSaved() {
        return saved;
    }

    public FigureText getFirstToken() {
        return firstToken;
    }
}
