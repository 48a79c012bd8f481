package dev.cachewright.cli.argument;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Providers;
import dev.cachewright.recorder.Recorder;
import dev.cachewright.run.Stopwatch;
import dev.cachewright.session.SessionStore;
import dev.cachewright.telemetry.Telemetries;
import dev.cachewright.token.Tokenizers;
import java.util.List;
import java.util.function.Supplier;

/// What the commands work with. Parts that only some commands need are suppliers: each part that is loaded is a part to
/// wait for.
///
/// @param profiles those that the user can name
/// @param sessions keeps the calls that are made
/// @param providers closed by the command that asks for it
/// @param recording what an application is watched with
/// @param telemetries where figures of calls are handed on to, where a user asks for it
public record CliParts(Supplier<Analyst> analyst, Tokenizers tokenizers, Supplier<List<Profile>> profiles,
        Supplier<Providers> providers, Supplier<SessionStore> sessions, Stopwatch stopwatch,
        Supplier<Recorder.Tools> recording, Telemetries telemetries) {
}
