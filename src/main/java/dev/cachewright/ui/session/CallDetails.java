package dev.cachewright.ui.session;

import dev.cachewright.ui.kit.Tone;
import dev.cachewright.words.Texts;

/// The details of the chosen call.
///
/// @param request the body exactly as it was sent
/// @param usage the usage object exactly as the server sent it
record CallDetails(String summary, Tone tone, String request, String usage) {

    static CallDetails none() {
        return new CallDetails(Texts.get("session.choose"), Tone.PLAIN, "", "");
    }
}
