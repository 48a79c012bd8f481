package dev.cachewright.format.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.app.BundledCatalog;
import dev.cachewright.catalog.Model;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Files as people break them: nothing that stands in one keeps the program from starting.
class OwnCatalogTrialsTest {

    private static final List<String> IDS = BundledCatalog.read().models().stream().map(Model::id).toList();
    private static final String FILE = """
            {"models": [
              {"id": "gpt-5.6-sol", "from": "2026-11-22", "input": 5, "output": 30, "lookback": 80},
              {"id": "gpt-5.4", "long": {"over_input_tokens": 272000, "input": 5, "cache_read": 0.5, "output": 20}},
              {"id": "claude-haiku-5-5", "ttl": ["5m", "1h"], "uncertain": {"minCacheable": "maybe"}, "tiers": {"batch": 0.4}},
              {"id": "mine", "provider": "x", "rules": "anthropic", "minCacheable": 1024, "encoding": null,
               "history": [{"from": "2026-01-01", "input": 1, "cache_write_1h": 2, "output": 3},
                           {"from": "2026-02-01", "input": 2, "output": 3, "note": "n"}], "src": "s", "date": "2026-02-01"}],
             "deployments": {"a": "mine", "b": "gpt-5.6"}}
            """;
    private static final List<String> SCRAPS = List.of("{", "}", "[", "]", "\"", ",", ":", "null", "true", "-1",
            "1e400",
            "0.00000001", "{}", "[]", "[null]", "\"\"", "99999999999", "\\", "\n", "id", "2026-02-30", "from");

    @Test
    void theFileAsItIsHasNoFault() {
        assertThat(OwnCatalogReader.read(BundledCatalog.text(), FILE).problems()).isEmpty();
    }

    @Test
    void noFaultIsMoreThanAReport() {
        var random = new Random(11);
        for (int round = 0; round < 600; round++) {
            String broken = broken(random);
            OwnCatalog read = OwnCatalogReader.read(BundledCatalog.text(), broken);

            assertThat(read.catalog().models()).as(broken).extracting(Model::id).containsAll(IDS);
            assertThat(read.problems()).as(broken).allSatisfy(problem -> {
                assertThat(problem.line()).isBetween(1, (int) broken.lines().count() + 1);
                assertThat(problem.column()).isPositive();
                assertThat(problem.getMessage()).isNotBlank().doesNotContain("Exception", "com.fasterxml");
            });
        }
    }

    private static String broken(Random random) {
        int from = random.nextInt(FILE.length());
        int to = Math.min(FILE.length(), from + random.nextInt(12));
        if (random.nextBoolean()) {
            // A whole value gives way too, and not to noise only.
            from = FILE.indexOf(": ", random.nextInt(FILE.length() / 2)) + 2;
            to = from + 1;
            while (",}]".indexOf(FILE.charAt(to)) < 0) {
                to++;
            }
        }
        return FILE.substring(0, from) + SCRAPS.get(random.nextInt(SCRAPS.size())) + FILE.substring(to);
    }
}
