package dev.cachewright.words;

import dev.cachewright.chart.ChartWords;
import dev.cachewright.chart.Layer;
import dev.cachewright.chart.Role;
import java.math.BigDecimal;

/// The words in the chart of calls, as the screen has them.
public final class ChartTexts implements ChartWords {

    @Override
    public String name(Layer layer) {
        return Texts.get("call-chart." + layer.role().word());
    }

    @Override
    public String part(Role role) {
        return Texts.get("call-chart." + role.word());
    }

    @Override
    public String threshold(long tokens) {
        return Texts.format("call-chart.threshold", Numbers.count(tokens));
    }

    @Override
    public String count(long value) {
        return Numbers.count(value);
    }

    @Override
    public String figure(Layer layer, double value) {
        return switch (layer) {
            case HIT_RATE -> value == 1 ? Texts.get("call-chart.all") : Numbers.percent(value);
            case FIRST_TOKEN -> Numbers.duration(Math.round(value));
            case COST -> Numbers.money(BigDecimal.valueOf(value));
            case FORECAST -> Numbers.count(Math.round(value));
        };
    }
}
