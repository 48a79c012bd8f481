package dev.cachewright.gate.report;

import dev.cachewright.advice.Severity;
import dev.cachewright.analysis.TokenRange;
import dev.cachewright.catalog.Money;
import dev.cachewright.gate.CheckedFile;
import dev.cachewright.gate.Figures;
import dev.cachewright.gate.Finding;
import dev.cachewright.gate.Finding.Ruling;
import dev.cachewright.gate.Region;
import dev.cachewright.gate.Report;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reports to write, with all that has to be escaped.
final class Reports {

    static final Path ROOT = Path.of("work").toAbsolutePath();
    static final Paths PATHS = new Paths(ROOT);
    static final Figures FIGURES = new Figures("gpt-5.4", TokenRange.exactly(1411), OptionalDouble.of(0.932),
            Optional.of(Money.ofDollars(new BigDecimal("0.0012"))), 24);

    private static final Ruling LATE = new Ruling("L01", "Text that changes comes first, 100% cold",
            "https://example.com/why?a=b&c=d");
    private static final Ruling PREFIX = new Ruling("budget-static-prefix", "The static prefix is short", "");

    private Reports() {
    }

    static Report awkward() {
        Path file = Path.of("my prompts/ä, b: <c>.prompt");
        var first = new Finding(LATE, Severity.ERROR, "50% of it:\r\n\"<now>\" & 'then', \u0001", new Region(file, 3, 5,
                3, 9), "clock\n\nnow");
        var again = new Finding(LATE, Severity.INFO, "Again", new Region(file, 4, 1, 6, 2), "clock\n\nnow");
        var budget = new Finding(PREFIX, Severity.ERROR, "Too short", new Region(file, 1, 1, 1, 1), "");
        return new Report(List.of(new CheckedFile(file, FIGURES, List.of(first, again, budget), Optional.empty()),
                new CheckedFile(Path.of("clean.prompt"), FIGURES, List.of(), Optional.empty())),
                List.of(new Report.Problem(new Region(Path.of("bad.prompt"), 2, 7, 2, 7), true,
                        "The front matter is not valid YAML: a tab"),
                        new Report.Problem(new Region(Path.of("/elsewhere/gone.prompt"), 1, 1, 1, 1), false,
                                "There is no such file")),
                Severity.ERROR, true);
    }

    static Report empty() {
        return new Report(List.of(), List.of(), Severity.ERROR, false);
    }
}
