package dev.cachewright.ui.session;

/// A call as the table shows it.
record CallRow(int number, String time, String input, String cached, String written, String forecast,
        String firstToken, String cost, String verdict, Tone tone) {

    /// How a verdict is meant; its word says the same.
    enum Tone {
        PLAIN, HIT, MISS
    }
}
