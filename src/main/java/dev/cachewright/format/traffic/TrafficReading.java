package dev.cachewright.format.traffic;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.format.log.LogProgress;
import dev.cachewright.format.log.LogReport;
import dev.cachewright.format.log.LogStream;
import dev.cachewright.format.log.TrafficLogs;
import dev.cachewright.token.Tokenizers;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.traffic.TrafficProfile;
import dev.cachewright.traffic.TrafficProfiler;
import java.util.Optional;

/// Logs that were read, and the profile of their calls.
///
/// @param log what was found in the logs, and what could not be read
public record TrafficReading(LogReport log, TrafficProfile profile) {

    /// Reads logs to their end, or to where the user cancels. May take long: not on the UI thread.
    ///
    /// @param rules in place of those of each model
    public static TrafficReading of(Iterable<LogStream> logs, Analyst analyst, Tokenizers tokenizers,
            Optional<RuleSet> rules, LogProgress progress) {
        var maker = new RecordMaker(tokenizers.of(Encoding.O200K_BASE));
        var profiler = new TrafficProfiler(analyst, rules);
        LogReport report = TrafficLogs.read(logs, maker::record, profiler::add, progress);
        return new TrafficReading(report, profiler.end());
    }
}
