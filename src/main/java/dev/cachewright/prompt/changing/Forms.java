package dev.cachewright.prompt.changing;

/// The forms that both ways of looking share: strict in one text, lenient where two texts differ.
final class Forms {

    static final String CLOCK = "\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d+)?(?:\\s?(?:[AaPp]\\.?[Mm]\\.?|Z|UTC|GMT|"
            + "[+-]\\d{2}:?\\d{2}))?";
    static final String NUMERIC_DATE = "(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4})";
    /// Chinese, Japanese and Korean: the signs for year, month and day.
    static final String EASTERN_DATE = "\\d{4}\\s?[年년]\\s?\\d{1,2}\\s?[月월]\\s?\\d{1,2}\\s?[日일]";
    /// Seconds, milliseconds or microseconds since 1970, between 2020 and 2033.
    static final String EPOCH = "1[6-9]\\d{8}(?:\\d{3}){0,2}";
    static final String UUID = "[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}";

    private Forms() {
    }
}
