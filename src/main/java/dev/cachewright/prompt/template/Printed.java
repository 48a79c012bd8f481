package dev.cachewright.prompt.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// How values are printed: as handlebars.js does, except that whole numbers of any size keep their digits.
public final class Printed {

    private static final double LARGE = 1e21;
    private static final double SMALL = 1e-6;

    private Printed() {
    }

    public static String of(Object value) {
        return switch (value) {
            case List<?> list -> String.join(",", list.stream().map(Printed::of).toList());
            case Map<?, ?> _ -> "[object Object]";
            case Number number -> number(number);
            case null, default -> String.valueOf(value);
        };
    }

    static String number(Number number) {
        boolean isWhole = !(number instanceof Double || number instanceof Float || number instanceof BigDecimal);
        if (isWhole || !Double.isFinite(number.doubleValue())) {
            return number.toString();
        }
        var written = new BigDecimal(number.toString());
        double size = Math.abs(number.doubleValue());
        if (size == 0) {
            return "0";
        }
        BigDecimal decimal = written.stripTrailingZeros();
        // A whole number of many digits that went through the engine is one without an exponent.
        if (size >= SMALL && (size < LARGE || written.scale() == 0)) {
            return decimal.toPlainString();
        }
        String digits = decimal.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - decimal.scale();
        return (decimal.signum() < 0 ? "-" : "") + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "") + "e" + (exponent < 0 ? "" : "+") + exponent;
    }
}
