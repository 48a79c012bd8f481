package dev.cachewright.format.recover;

import dev.cachewright.format.json.RawJson;
import dev.cachewright.format.traffic.PlantedTraffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How long the recovery of a family of 1,000 calls of 20 kB takes, the first time and then.
public final class RecoveryBench {

    private static final int CALLS = 1_000;
    private static final int FAMILIES = 12;

    private RecoveryBench() {
    }

    /// @param arguments the numbers of planted families
    static void main(String[] arguments) {
        for (String argument : arguments) {
            int family = Integer.parseInt(argument);
            List<Recorded> calls = new ArrayList<>();
            new PlantedTraffic(5, FAMILIES, 20_000).write(CALLS * FAMILIES * 6 / 5, line -> {
                if (line.family() == family && calls.size() < CALLS) {
                    calls.add(new Recorded(RawJson.fields(line.json()).get("request"), Optional.empty(), ""));
                }
            });
            for (int i = 0; i < 5; i++) {
                long begun = System.nanoTime();
                Recovery recovery = Recovery.of(calls);
                System.out.printf("family %d: %d of %d calls exact, %d ms%n", family, recovery.exact(), calls.size(),
                        (System.nanoTime() - begun) / 1_000_000);
            }
        }
    }
}
