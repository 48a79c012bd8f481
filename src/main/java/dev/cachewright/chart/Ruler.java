package dev.cachewright.chart;

/// Measures text where it will be painted.
public interface Ruler {

    /// Of letters in this role, in pixels.
    double size(Role role);

    double width(String text, Role role);

    /// The height of a line of them, in whole pixels.
    default double line(Role role) {
        return Math.ceil(size(role) * 1.25);
    }

    /// A ruler where there is no screen: letters as wide as those of Inter are on average, rather more than less.
    static Ruler estimating(double size) {
        return new Ruler() {
            @Override
            public double size(Role role) {
                return size;
            }

            @Override
            public double width(String text, Role role) {
                return Math.ceil(text.codePointCount(0, text.length()) * size * 0.6);
            }
        };
    }
}
