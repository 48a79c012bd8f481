package dev.cachewright.cli.gate;

import dev.cachewright.advice.Severity;
import dev.cachewright.cli.argument.CliParts;
import dev.cachewright.cli.argument.CliProblem;
import dev.cachewright.cli.argument.Described;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `check`: fails a build where prompts miss their budgets, or get advice that is severe enough.
public final class CheckCommand implements Callable<Integer> {

    private final CliParts parts;
    private final Console console;
    private final WishOptions wishes = new WishOptions();
    private final PositionalParamSpec files = PositionalParamSpec.builder().index("0..*").arity("1..*")
            .paramLabel("FILES").type(List.class).auxiliaryTypes(Path.class)
            .description(
                    "Files and folders: of a folder all .prompt files below, but not hidden ones and node_modules; "
                            + "request bodies where they are named.")
            .build();
    private final OptionSpec failOn = Described
            .option("--fail-on", "SEVERITY", String.class, "Advice from this severity "
                    + "on fails the check: info, warning or error; error by default. A budget that is missed always does.")
            .defaultValue("error").build();
    private final OptionSpec baseline = Described
            .option("--baseline", "REF", String.class, "Compares with the files in "
                    + "git at a commit, branch or tag, says what the change does, and fails on new advice alone.")
            .build();
    private final OptionSpec format = Described.option("--format", "FORM", String.class,
            "text, sarif, junit or github.").defaultValue("text").build();
    private final OptionSpec json = Described.flag("--json", "Print one JSON document.").build();

    private CheckCommand(CliParts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    public static CommandSpec of(CliParts parts, Console console) {
        var check = new CheckCommand(parts, console);
        CommandSpec spec = Described.command("check",
                "Fails where prompts miss their budgets or get severe advice: for builds and hooks.", check);
        spec.addPositional(check.files);
        List.of(check.failOn, check.baseline, check.format, check.json).forEach(spec::addOption);
        check.wishes.all().forEach(spec::addOption);
        return spec;
    }

    @Override
    public Integer call() {
        Severity least = severity();
        Form form = form();
        Check.Wishes asked = wishes.read();
        var check = new Check(parts.analyst(), AdviceRules.all(), asked, parts.stopwatch().now());
        Report report = report(check, least);
        Path here = Path.of("").toAbsolutePath();
        console.printText(form.write(report, new Paths(here)));
        report.problems().forEach(problem -> console.say(problem.oneLine()));
        return !report.problems().isEmpty() ? ExitStatus.UNUSABLE : report.fails() ? ExitStatus.NO : ExitStatus.DONE;
    }

    private Report report(Check check, Severity least) {
        List<Path> named = files.getValue();
        List<Path> targets = Targets.of(named);
        if (targets.isEmpty()) {
            throw new CliProblem("There is no .prompt file in " + named.stream().map(Path::toString)
                    .collect(Collectors.joining(", ")));
        }
        String ref = baseline.getValue();
        if (ref == null) {
            return Run.of(targets, check::of, least, false);
        }
        try (var version = new GitVersion(ref)) {
            return Run.of(targets, file -> check.of(file, version), least, true);
        }
    }

    private Severity severity() {
        String given = failOn.getValue();
        return Arrays.stream(Severity.values()).filter(each -> each.word().equals(given))
                .findFirst().orElseThrow(() -> new CliProblem("--fail-on takes info, warning or error, not "
                        + given));
    }

    private Form form() {
        String given = format.getValue();
        boolean isJson = json.getValue();
        Form form = Form.of(given).orElseThrow(() -> new CliProblem("--format takes " + String.join(", ", Form
                .words()) + ", not " + given));
        if (isJson && form != Form.TEXT) {
            throw new CliProblem("--json is a form of its own: leave out --format " + given);
        }
        return isJson ? Form.JSON : form;
    }
}
