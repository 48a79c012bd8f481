package dev.cachewright.cli.gate;

import dev.cachewright.advice.Severity;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.ExitStatus;
import dev.cachewright.cli.print.Console;
import dev.cachewright.format.advice.AdviceRules;
import dev.cachewright.gate.Check;
import dev.cachewright.gate.Report;
import dev.cachewright.gate.Run;
import dev.cachewright.gate.Targets;
import dev.cachewright.gate.report.Form;
import dev.cachewright.gate.report.Paths;
import dev.cachewright.store.git.GitVersion;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `check`: fails a build where prompts miss their budgets, or get advice that is severe enough.
@Command(name = "check", description = "Fails where prompts miss their budgets or get severe advice: for builds and hooks.", mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {

    private final CliParts parts;
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "FILES", description = "Files and folders: of a folder all .prompt files below, but not hidden ones and node_modules; request bodies where they are named.")
    private List<Path> files;

    @Option(names = "--fail-on", paramLabel = "SEVERITY", defaultValue = "error", description = "Advice from this severity on fails the check: info, warning or error; error by default. A budget that is missed always does.")
    private String failOn;

    @Option(names = "--baseline", paramLabel = "REF", description = "Compares with the files in git at a commit, branch or tag, says what the change does, and fails on new advice alone.")
    private String baseline;

    @Option(names = "--format", paramLabel = "FORM", defaultValue = "text", description = "text, sarif, junit or github.")
    private String format;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean isJson;

    @Mixin
    private WishOptions wishes;

    public CheckCommand(CliParts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() {
        Severity least = severity();
        Form form = form();
        Check.Wishes asked = wishes.read();
        var check = new Check(parts.analyst().get(), AdviceRules.all(), asked, parts.stopwatch().now());
        Report report = report(check, least);
        Path here = Path.of("").toAbsolutePath();
        console.printText(form.write(report, new Paths(here)));
        report.problems().forEach(problem -> console.say(problem.oneLine()));
        return !report.problems().isEmpty() ? ExitStatus.UNUSABLE : report.fails() ? ExitStatus.NO : ExitStatus.DONE;
    }

    private Report report(Check check, Severity least) {
        List<Path> targets = Targets.of(files);
        if (targets.isEmpty()) {
            throw new CliProblem("There is no .prompt file in " + files.stream().map(Path::toString)
                    .collect(Collectors.joining(", ")));
        }
        if (baseline == null) {
            return Run.of(targets, check::of, least, false);
        }
        try (var version = new GitVersion(baseline)) {
            return Run.of(targets, file -> check.of(file, version), least, true);
        }
    }

    private Severity severity() {
        return Arrays.stream(Severity.values()).filter(each -> each.word().equals(failOn))
                .findFirst().orElseThrow(() -> new CliProblem("--fail-on takes info, warning or error, not "
                        + failOn));
    }

    private Form form() {
        Form form = Form.of(format).orElseThrow(() -> new CliProblem("--format takes " + String.join(", ", Form
                .words()) + ", not " + format));
        if (isJson && form != Form.TEXT) {
            throw new CliProblem("--json is a form of its own: leave out --format " + format);
        }
        return isJson ? Form.JSON : form;
    }
}
