package dev.cachewright.provider;

import java.time.Duration;

/// How long a server is waited for.
///
/// @param connect until the connection stands
/// @param silence between two pieces of an answer
/// @param whole from the sending to the end
public record Timeouts(Duration connect, Duration silence, Duration whole) {

    private static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(10), CallLimits.usual().silence(),
            CallLimits.usual().whole());

    /// Ten seconds to connect, and [CallLimits#usual()].
    public static Timeouts usual() {
        return USUAL;
    }

    /// The limits of a call to this server: its own, unless the call asks for others than the usual ones.
    public CallLimits over(CallLimits asked) {
        return asked.equals(CallLimits.usual()) ? new CallLimits(silence, whole) : asked;
    }
}
