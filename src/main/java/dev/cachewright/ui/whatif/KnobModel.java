package dev.cachewright.ui.whatif;

import dev.cachewright.whatif.Knob;
import dev.cachewright.words.WhatIfWords;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

/// A figure of the question that is moved or typed.
final class KnobModel {

    private final Knob knob;
    private final KnobStops stops;
    private final DoubleProperty value;

    KnobModel(Knob knob, double start) {
        this.knob = knob;
        this.stops = KnobStops.of(knob);
        this.value = new SimpleDoubleProperty(this, "value", start);
    }

    Knob knob() {
        return knob;
    }

    KnobStops stops() {
        return stops;
    }

    /// Calls, keys or tokens, as the knob says.
    DoubleProperty valueProperty() {
        return value;
    }

    /// The figure as it is shown and typed.
    String text() {
        return WhatIfWords.number(value.get());
    }

    /// Takes what was typed, brought within the range of the slider; leaves the figure as it is where that is no number.
    void type(String text) {
        parsed(text.strip().replace(",", "")).filter(typed -> !text.strip().equals(text()))
                .ifPresent(typed -> value.set(within(knob == Knob.PER_MINUTE ? typed : Math.rint(typed))));
    }

    private double within(double typed) {
        return Math.clamp(typed, stops.least(), stops.most());
    }

    private static Optional<Double> parsed(String text) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
