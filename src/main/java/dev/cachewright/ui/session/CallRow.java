package dev.cachewright.ui.session;

import dev.cachewright.ui.kit.Tone;

/// A call as the table shows it.
record CallRow(int number, String time, String input, String cached, String written, String forecast,
        String firstToken, String cost, String verdict, Tone tone) {
}
