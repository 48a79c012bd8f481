package dev.cachewright.format.log.part;

import dev.cachewright.format.body.UsageReader;
import dev.cachewright.session.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/// Token counts that a log has taken out of the answer's usage.
///
/// @param input all input tokens, cached ones included
public record Counts(OptionalLong input, OptionalLong cached, OptionalLong written, OptionalLong output) {

    /// The usage of these counts, where none can be negative, or more than any request has, and no part more than the
    /// whole.
    ///
    /// @param raw the JSON that they stand in
    public Usage usage(String raw) {
        if (input.isEmpty() && cached.isEmpty() && written.isEmpty() && output.isEmpty()) {
            return Usage.unknown();
        }
        List<String> wrong = new ArrayList<>();
        OptionalLong all = within(input, Usage.MOST, "input ", wrong);
        long whole = all.orElse(Usage.MOST);
        OptionalLong read = within(cached, whole, "cached ", wrong);
        OptionalLong kept = within(written, whole - read.orElse(0), "written ", wrong);
        return new Usage(all, read, kept, OptionalLong.empty(), within(output, Usage.MOST, "output ", wrong), raw,
                wrong);
    }

    private static OptionalLong within(OptionalLong part, long whole, String name, List<String> wrong) {
        if (part.isPresent() && (part.getAsLong() > whole || part.getAsLong() < 0)) {
            wrong.add(name + part.getAsLong());
            return OptionalLong.empty();
        }
        return part;
    }

    /// The sum of what is known of these; unknown where nothing is.
    public static OptionalLong sum(OptionalLong... counts) {
        return Stream.of(counts).anyMatch(OptionalLong::isPresent)
                ? OptionalLong.of(Stream.of(counts).mapToLong(count -> count.orElse(0)).sum())
                : OptionalLong.empty();
    }

    /// Of several usage objects of one call the first that says what was read from the cache, else the first that says
    /// anything.
    ///
    /// @param candidates as JSON; empty ones are none
    public static Usage best(List<String> candidates) {
        List<Usage> read = candidates.stream().filter(json -> !json.isEmpty() && !json.equals("{}"))
                .map((Function<String, Usage>) UsageReader::read).toList();
        return read.stream().filter(usage -> usage.cached().isPresent()).findFirst()
                .or(() -> read.stream().filter(usage -> usage.input().isPresent()).findFirst())
                .or(() -> read.stream().filter(usage -> !usage.unreadable().isEmpty()).findFirst())
                .orElse(Usage.unknown());
    }
}
