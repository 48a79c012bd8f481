package dev.cachewright.cli.argument;

import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Providers;
import dev.cachewright.recorder.Recorder;
import dev.cachewright.telemetry.Telemetries;
import java.util.List;
import java.util.function.Supplier;

/// What commands that make or record calls work with.
///
/// @param profiles those that the user can name
/// @param providers closed by the command that asks for it
/// @param recording what an application is watched with
/// @param telemetries where figures of calls are handed on to, where a user asks for it
public record Senders(Supplier<List<Profile>> profiles, Supplier<Providers> providers,
        Supplier<Recorder.Tools> recording, Telemetries telemetries) {
}
