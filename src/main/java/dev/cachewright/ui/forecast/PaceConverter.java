package dev.cachewright.ui.forecast;

import dev.cachewright.words.Numbers;
import java.util.function.DoubleSupplier;
import javafx.util.StringConverter;

/// Calls a minute with up to two decimals. What is shown of a pace with more is not typed: it stays exact.
final class PaceConverter extends StringConverter<Double> {

    private final DoubleSupplier shown;

    /// @param shown the exact pace
    PaceConverter(DoubleSupplier shown) {
        this.shown = shown;
    }

    @Override
    public String toString(Double pace) {
        return pace == null ? "" : Numbers.decimal(pace);
    }

    @Override
    public Double fromString(String text) {
        double exact = shown.getAsDouble();
        try {
            return text.strip().equals(Numbers.decimal(exact)) ? exact : Double.parseDouble(text.strip());
        } catch (NumberFormatException _) {
            return exact;
        }
    }
}
