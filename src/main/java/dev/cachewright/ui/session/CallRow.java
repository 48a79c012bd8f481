package dev.cachewright.ui.session;

import dev.cachewright.ui.kit.Tone;

/// A call as the table shows it.
record CallRow(int number, String time, String input, String cached, String written, String forecast,
        String firstToken, String cost, VerdictText verdict, Tone tone) {

    /// A verdict, and the same in fewer words for a narrow column.
    record VerdictText(String full, String brief) {
    }
}
