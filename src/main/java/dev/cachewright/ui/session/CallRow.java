package dev.cachewright.ui.session;

import dev.cachewright.ui.kit.Tone;
import java.util.Locale;

/// A call as the table shows it.
///
/// @param facts what it is sorted and found by
record CallRow(int number, String time, String input, String cached, String written, String forecast,
        String firstToken, String cost, VerdictText verdict, Tone tone, Facts facts) {

    /// A verdict, and the same in fewer words for a narrow column.
    record VerdictText(String full, String brief) {
    }

    /// What a row does not show as such.
    ///
    /// @param figures by column; one that is not known is less than any other
    /// @param isMissed whether less was read than was forecast
    record Facts(String prompt, String model, Figures figures, boolean isMissed) {
    }

    /// The figures of a row as numbers; −1 where they are not known.
    ///
    /// @param at the time, in milliseconds
    record Figures(long at, long input, long cached, long written, long forecast, double firstToken, double cost) {
    }

    /// Whether each of these words is in what the row shows, or in the names of its prompt and its model.
    ///
    /// @param words in small letters
    boolean holds(Iterable<String> words) {
        String all = String.join("\n", String.valueOf(number), time, input, cached, written, forecast, firstToken, cost,
                verdict.full(), facts.prompt(), facts.model()).toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
