package dev.cachewright.app;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.format.log.LogGlance;
import dev.cachewright.format.log.LogProgress;
import dev.cachewright.format.log.LogStream;
import dev.cachewright.format.recover.FamilyCalls;
import dev.cachewright.format.traffic.TrafficReading;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.store.log.LogFiles;
import dev.cachewright.token.Tokenizers;
import dev.cachewright.words.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads logs on disk for the window.
record LogReading(Analyst analyst, Tokenizers tokenizers) {

    TrafficReading read(List<Path> places, LogProgress progress) {
        return TrafficReading.of(LogFiles.at(places), analyst, tokenizers, Optional.empty(), progress);
    }

    Optional<FamilyCalls> family(List<Path> places, int number, LogProgress progress) {
        List<LogStream> logs = LogFiles.at(places);
        logs.stream().filter(log -> !log.isRepeatable()).findFirst().ifPresent(log -> {
            throw new InputException(Texts.format("traffic.read-once", log.name()), 0, 0);
        });
        return FamilyCalls.read(logs, analyst, tokenizers, id -> id == number, progress).families().stream()
                .findFirst();
    }

    boolean holdsCalls(Path place, int least) {
        return LogFiles.at(List.of(place)).stream().anyMatch(log -> LogGlance.holdsCalls(log, least));
    }
}
