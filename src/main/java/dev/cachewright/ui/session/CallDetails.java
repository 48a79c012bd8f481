package dev.cachewright.ui.session;

import dev.cachewright.session.Exchange;
import dev.cachewright.ui.kit.Tone;
import dev.cachewright.ui.workspace.ExchangeModel;
import dev.cachewright.words.HiddenCharacters;
import dev.cachewright.words.Texts;

/// The details of the chosen call.
///
/// @param request the body exactly as it was sent
/// @param usage the usage object exactly as the server sent it
record CallDetails(String summary, Tone tone, String request, String usage) {

    /// Of the call that is looked at; while its request is read, or where it cannot be, the request is empty or says why.
    static CallDetails of(ExchangeModel.Seen seen, CallWords words) {
        return seen.call().map(call -> {
            String usage = call.measurement().usage().raw();
            String body = seen.exchange().map(Exchange::body).map(HiddenCharacters::escaped).orElse(seen.problem());
            return new CallDetails(words.summary(call), words.calloutTone(call), body,
                    usage.isBlank() ? Texts.get("session.no-usage") : HiddenCharacters.escaped(usage));
        }).orElseGet(CallDetails::none);
    }

    static CallDetails none() {
        return new CallDetails(Texts.get("session.choose"), Tone.PLAIN, "", "");
    }
}
