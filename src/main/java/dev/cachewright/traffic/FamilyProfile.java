package dev.cachewright.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of one family: its sums, its pace and some of its calls; changed by each call.
public final class FamilyProfile {

    /// Calls whose requests are kept, for advice: some of the first and some of the latest.
    private static final int FIRST = 4;
    private static final int KEPT = 24;
    /// Characters of all requests that are kept of one family.
    private static final int MOST_TEXT = 4 << 20;

    private final int id;
    private final String name;
    private final Sums sums = new Sums();
    private final Gaps gaps = new Gaps();
    private final Map<String, Long> models = new HashMap<>();
    private final List<TrafficRecord> samples = new ArrayList<>();
    private int text;
    private Optional<Duration> lifetime = Optional.empty();
    private Optional<Instant> last = Optional.empty();

    FamilyProfile(int id, String name) {
        this.id = id;
        this.name = name;
    }

    void add(TrafficRecord call, Instant at, Optional<Duration> kept) {
        models.merge(call.route().model(), 1L, Long::sum);
        last.ifPresent(before -> gaps.add(Duration.between(before, at)));
        last = Optional.of(at);
        lifetime = kept.or(() -> lifetime);
        call.body().ifPresent(body -> keep(call, body.length()));
    }

    /// Characters of the requests that are kept.
    int text() {
        return text;
    }

    /// Keeps no requests.
    void drop() {
        samples.clear();
        text = 0;
    }

    private void keep(TrafficRecord call, int length) {
        while (samples.size() > FIRST && (samples.size() >= KEPT || text + length > MOST_TEXT)) {
            text -= samples.remove(FIRST).body().orElseThrow().length();
        }
        if (samples.isEmpty() || text + length <= MOST_TEXT) {
            samples.add(call);
            text += length;
        }
    }

    /// From 1 on, in the order of their first calls.
    public int id() {
        return id;
    }

    /// The beginning of its instructions, or of its first message.
    public String name() {
        return name;
    }

    public Sums sums() {
        return sums;
    }

    public Gaps gaps() {
        return gaps;
    }

    /// The model that most of its calls go to.
    public String model() {
        return models.entrySet().stream().max(Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed())).map(Map.Entry::getKey).orElse("");
    }

    /// How long what its calls store is kept; empty where no rules are known.
    public Optional<Duration> lifetime() {
        return lifetime;
    }

    /// Some of its calls with their requests, in the order of their times.
    public List<TrafficRecord> samples() {
        return List.copyOf(samples);
    }
}
