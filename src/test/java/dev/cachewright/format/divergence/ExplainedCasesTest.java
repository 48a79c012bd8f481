package dev.cachewright.format.divergence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.divergence.Cause;
import dev.cachewright.divergence.Explanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pairs of requests that people reported, each with what is right to say of it.
class ExplainedCasesTest {

    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final String BEGINNING = "the reader returned the ledger at the bridge ".repeat(250);

    private static Explanation explained(String name) throws IOException {
        List<String> bodies = Files.readAllLines(CASES.resolve("why-" + name + ".jsonl")).stream()
                .map(line -> line.replace("{{beginning}}", BEGINNING)).toList();
        return Explained.between(bodies.getFirst(), bodies.getLast());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tool-order | TOOLS_REORDERED | /tools/0/function/name
            """)
    void eachPartsForItsCauses(String name, String causes, String path) throws IOException {
        Explanation found = explained(name);

        assertThat(found.findings().causes().stream().map(Cause::kind).map(Enum::name)
                .collect(Collectors.joining(" "))).isEqualTo(causes);
        assertThat(found.later().body().path()).isEqualTo(path);
        assertThat(found.relation()).isEqualTo(Explanation.Relation.PARTS);
    }

    @Test
    void dump() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file : files.sorted().filter(f -> f.getFileName().toString().startsWith("why-")).toList()) {
                String name = file.getFileName().toString().replaceFirst("why-(.*)\\.jsonl", "$1");
                Explanation e = explained(name);
                System.out.println(name + " | " + e.relation() + " | " + e.findings().causes() + " | "
                        + e.later().body() + " | " + e.findings().effects() + " | " + e.figures().common().tokens() + "/"
                        + e.figures().later().tokens() + " again " + e.figures().billedAgain() + " "
                        + e.figures().cost().map(m -> m.dollars()) + " " + e.earlier().tokens() + " -> "
                        + e.later().tokens() + " " + e.later().part() + e.later().at());
            }
        }
    }
}
