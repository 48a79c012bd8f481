package dev.cachewright.provider.simulated;

import dev.cachewright.provider.simulated.answer.ApiError;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Counts the calls and says which of them fail, and how.
final class Faults {

    private final Optional<FaultPlan> plan;
    private final Connections connections;
    private final AtomicLong calls = new AtomicLong();

    /// @param connections to the clients, for faults that break them
    Faults(Optional<FaultPlan> plan, Connections connections) {
        this.plan = plan;
        this.connections = connections;
    }

    /// The plan, where the next call is one that fails.
    Optional<FaultPlan> next() {
        return plan.filter(known -> calls.incrementAndGet() % known.every() == 0);
    }

    /// @throws ApiError where the fault is a status
    static void checkStatus(Fault fault) {
        switch (fault) {
            case RATE_LIMIT -> throw ApiError.rateLimited("Rate limit reached (simulated).", Map.of());
            case RATE_LIMIT_RETRY_AFTER -> throw ApiError.rateLimited(
                    "Rate limit reached (simulated). Please try again in 1s.", Map.of("retry-after", "1"));
            case SERVER_ERROR -> throw ApiError.internal();
            case UNAVAILABLE -> throw ApiError.failed(503, "The server is not available (simulated).");
            case OVERLOADED -> throw ApiError.failed(529, "Overloaded");
            default -> {
            }
        }
    }

    /// The wire of a call that fails.
    ///
    /// @param port of the other end of the server's connection
    Wire wire(FaultPlan failing, Wire wire, int port) throws IOException {
        return switch (failing.fault()) {
            case CONTENT_TYPE -> new OddWires.Mislabelled(wire);
            case SILENCE -> new OddWires.Silent(wire, failing.silence());
            case GZIP -> new OddWires.Compressed(wire);
            case CUT_CHARACTERS -> new OddWires.Cut(wire);
            case RESET_BEFORE, RESET_IN, RESET_AFTER, HALF_CHUNK -> new BrokenWire(failing.fault(),
                    connections.clientOf(port));
            default -> wire;
        };
    }
}
