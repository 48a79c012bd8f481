package dev.cachewright.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.cli.print.Console;
import dev.cachewright.cli.print.TrafficReport;
import dev.cachewright.format.log.LogReport;
import dev.cachewright.format.log.LogStream;
import dev.cachewright.format.recover.FamilyCalls;
import dev.cachewright.format.recover.Recovery;
import dev.cachewright.store.log.LogFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "recover", description = "The prompts behind recorded calls, as files with their rows.", mixinStandardHelpOptions = true)
final class RecoverCommand implements Callable<Integer> {

    private static final String INPUT = "-";

    private final CliParts parts;
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "LOGS", description = "Files or folders of logs, .gz and .zst too. They are read twice.")
    private List<Path> logs;

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Where the files are written: NAME.prompt, NAME.rows.jsonl, and tools and schema beside them.")
    private Path folder;

    @Option(names = "--family", paramLabel = "N", description = "One family, by its number in the list of traffic --json, from 1 on in the order of their first calls.")
    private Integer family;

    @Option(names = "--force", description = "Write over files that are there.")
    private boolean isForced;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean isJson;

    RecoverCommand(CliParts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        if (logs.stream().map(Path::toString).anyMatch(INPUT::equals)) {
            throw new CliProblem(
                    "Standard input can be read once, and logs are read twice: write it to a file, and give "
                            + "that");
        }
        List<LogStream> streams = LogFiles.at(logs);
        streams.stream().filter(log -> !log.isRepeatable()).findFirst().ifPresent(log -> {
            throw new CliProblem(log.name() + ": this can be read once, and logs are read twice: give files");
        });
        FamilyCalls.Found found = FamilyCalls.read(streams, parts.analyst().get(), parts.tokenizers(),
                number -> family == null || family == number, new ReadingProgress(console, parts.stopwatch()
                        .instants()));
        if (found.families().isEmpty()) {
            throw new CliProblem(family != null
                    ? "There is no family " + family + " of two calls or more in these logs"
                    : "There is no family of two calls or more with their requests in these logs"
                            + TrafficReport.unreadWords(found.log()).map(words -> ": " + words).orElse(""));
        }
        var files = new RecoveredFiles(folder, parts.tokenizers());
        for (FamilyCalls calls : found.families()) {
            files.add(calls, Recovery.of(calls.calls()));
        }
        files.write(isForced);
        print(files, found.log());
        found.log().again().ifPresent(twice -> console.say("note: " + TrafficReport.words(twice)));
        return files.isEmpty() ? ExitStatus.NO : ExitStatus.DONE;
    }

    private void print(RecoveredFiles files, LogReport log) {
        List<String> left = new ArrayList<>();
        files.leftOut().forEach(each -> left.add(each.words()));
        if (isJson) {
            ObjectNode root = JsonNodeFactory.instance.objectNode();
            files.json(root.putArray("prompts"));
            var all = root.putArray("leftOut");
            files.leftOut().forEach(each -> all.addObject().put("family", each.family()).put("reason", each.reason())
                    .put("count", each.count()).put("first", each.first()));
            root.set("unread", TrafficReport.unread(log));
            console.print(root);
        } else {
            files.lines().forEach(console::print);
            files.notes().forEach(note -> console.say("note: " + note));
            left.forEach(words -> console.say("note: " + words));
            TrafficReport.unreadWords(log).ifPresent(words -> console.say("note: not read: " + words));
        }
    }
}
