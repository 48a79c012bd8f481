package dev.cachewright.session;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Tokens of the calls whose server reports both the input and what of it was cached; the others are not in it.
///
/// @param calls that report both
/// @param written what was stored; empty where no call reports it
public record TokenSums(int calls, long input, long cached, OptionalLong written) {

    static TokenSums of(List<Call> calls) {
        int reporting = 0;
        long input = 0;
        long cached = 0;
        long written = 0;
        boolean isWritten = false;
        for (Call call : calls) {
            Usage usage = call.measurement().usage();
            if (usage.cached().isPresent() && usage.input().isPresent()) {
                reporting++;
                cached += usage.cached().getAsLong();
                input += usage.input().getAsLong();
                written += usage.written().orElse(0);
                isWritten |= usage.written().isPresent();
            }
        }
        return new TokenSums(reporting, input, cached, isWritten ? OptionalLong.of(written) : OptionalLong.empty());
    }

    /// What was neither read nor stored.
    public long uncached() {
        return Math.max(0, input - cached - written.orElse(0));
    }

    /// Cached tokens by input tokens; empty where no call reports both.
    public OptionalDouble hitRate() {
        return input == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) cached / input);
    }
}
