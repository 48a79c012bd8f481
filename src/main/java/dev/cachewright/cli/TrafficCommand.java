package dev.cachewright.cli;

import dev.cachewright.analysis.Analyst;
import dev.cachewright.catalog.RuleSet;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.cli.argument.RulesOption;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.TrafficReport;
import dev.cachewright.format.log.LogStream;
import dev.cachewright.format.traffic.TrafficReading;
import dev.cachewright.report.TrafficCopy;
import dev.cachewright.store.log.LogFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "traffic", description = "Reads the logs of an application: what its calls read and missed, why, and what that costs.", mixinStandardHelpOptions = true)
final class TrafficCommand implements Callable<Integer> {

    private static final String INPUT = "-";

    private final CliParts parts;
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "LOGS", description = "Files or folders of logs, .gz and .zst too; - for standard input. Their forms are told by what they hold; docs/logs.md has them all.")
    private List<String> logs;

    @Option(names = "--rules", paramLabel = "R", description = "Overrides the cache rules of each model.")
    private String rules;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean isJson;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page for people, with pictures; it needs nothing beside it.")
    private Path html;

    TrafficCommand(CliParts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        requirePlaceForPage();
        Analyst analyst = parts.analyst().get();
        var progress = new ReadingProgress(console, parts.stopwatch().instants());
        Optional<RuleSet> named = RulesOption.read(rules);
        TrafficReading reading = TrafficReading.of(streams(), analyst, parts.tokenizers(), named, progress);
        if (reading.log().calls() == 0) {
            throw new CliProblem("There are no calls in " + String.join(", ", logs) + TrafficReport.unreadWords(
                    reading.log()).map(words -> ": " + words).orElse("")
                    + ": give logs of calls; docs/logs.md says which forms are read");
        }
        Instant now = parts.stopwatch().now();
        if (html != null) {
            writePage(reading, analyst, named, now);
        }
        var report = new TrafficReport(reading, analyst, named, now);
        if (isJson) {
            console.print(report.json());
        } else {
            report.print(console);
        }
        return ExitStatus.DONE;
    }

    /// Before anything is read, which may take long.
    private void requirePlaceForPage() {
        if (html == null) {
            return;
        }
        Path folder = html.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new CliProblem(html + ": there is no folder " + folder + ": make it, or give another place");
        }
        if (Files.exists(html)) {
            throw new CliProblem(html + " is there already: give another name, or remove it");
        }
    }

    private void writePage(TrafficReading reading, Analyst analyst, Optional<RuleSet> named, Instant now) {
        try {
            TrafficCopy.write(reading, analyst, named, now, html);
            console.say("page written to " + html);
        } catch (IOException e) {
            throw new CliProblem(html + " was not written: " + e.getMessage());
        }
    }

    private List<LogStream> streams() {
        var files = new LogFiles();
        logs.forEach(log -> {
            if (log.equals(INPUT)) {
                files.addStandardInput(System.in);
            } else {
                files.add(Path.of(log));
            }
        });
        return files.streams();
    }
}
