package dev.cachewright.architecture.wrong.prompt;

import java.time.Instant;
import java.util.function.Supplier;

final class AsksTheClock {
    final Supplier<Instant> clock = Instant::now;
}
