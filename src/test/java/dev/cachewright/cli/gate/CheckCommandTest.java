package dev.cachewright.cli.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cachewright.cli.CliRun;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.store.git.Repositories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private static final Path SAMPLES = Path.of("src/main/resources/samples");

    @TempDir
    private Path folder;

    @BeforeEach
    void copySamples() throws IOException {
        try (Stream<Path> samples = Files.list(SAMPLES)) {
            for (Path sample : samples.toList()) {
                Files.copy(sample, folder.resolve(sample.getFileName()));
            }
        }
    }

    private CliRun check(String... arguments) {
        return CliRun.of(Stream.concat(Stream.of("check"), Stream.of(arguments).map(argument -> Files.exists(folder
                .resolve(argument)) ? folder.resolve(argument).toString() : argument)).toArray(String[]::new));
    }

    private Path edit(String name, String from, String to) throws IOException {
        Path file = folder.resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        return Files.writeString(file, text.replace(from, to));
    }

    private static List<String> places(JsonNode document) {
        return document.at("/files").valueStream().flatMap(file -> file.path("findings").valueStream())
                .map(found -> found.path("rule").asText() + " " + Path.of(found.path("file").asText()).getFileName()
                        + ":" + found.path("line") + ":" + found.path("column") + " " + found.path("new"))
                .toList();
    }

    @Test
    void samplesThatCachePass() {
        CliRun run = check("support-agent.prompt", "claude-review.prompt", "classic-experiment.prompt");

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("support-agent.prompt: static prefix 1,411 tokens, hit rate 93.7%, $0.0006 a "
                + "call over 24 calls\n").endsWith(": passed\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void adviceOnClaudeNamesThePageOfAnthropic() {
        CliRun run = check("--json", "timestamp-pitfall.prompt", "--model", "claude-sonnet-4-6");

        assertThat(run.json().at("/files/0/findings").valueStream()
                .filter(found -> found.path("rule").asText().startsWith("L")).map(found -> found.path("help").asText()))
                .isNotEmpty().allMatch(help -> help.startsWith("https://platform.claude.com/"));
    }

    @Test
    void aClockAtTheTopFailsWhereItStands() {
        CliRun run = check("--json", "timestamp-pitfall.prompt");

        assertThat(run.status()).isEqualTo(1);
        assertThat(places(run.json())).contains("L01 timestamp-pitfall.prompt:10:15 true");
        assertThat(run.json().path("failed").asBoolean()).isTrue();
    }

    @Test
    void adviceThatIsNotWantedIsLeftOut() throws IOException {
        assertThat(check("timestamp-pitfall.prompt", "--ignore", "L01,L15", "--fail-on", "info").status()).isZero();
        edit("timestamp-pitfall.prompt", "model:", "cachewright.ignore: [L01, L15]\nmodel:");

        assertThat(check("timestamp-pitfall.prompt", "--fail-on", "info").status()).isZero();
    }

    @Test
    void adviceFailsFromTheSeverityOnThatIsAskedFor() {
        assertThat(check("support-agent.prompt").status()).isZero();
        assertThat(check("support-agent.prompt", "--fail-on", "info").status()).isEqualTo(1);
    }

    @Test
    void budgetsInTheFileAreHeld() throws IOException {
        edit("support-agent.prompt", "model:",
                "cachewright.budget: { staticPrefix: 2000, hitRate: 0.95, costPerCall: 0.0001 }\nmodel:");

        CliRun run = check("support-agent.prompt", "--ignore", "L04");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out().replace(folder + "/", "")).contains("""
                  support-agent.prompt:2:52: error budget-hit-rate: The hit rate is 93.7% over 24 calls; the budget asks for 95.0% at least
                  support-agent.prompt:2:71: error budget-cost-per-call: The input of a call costs $0.000565 over 24 calls; the budget asks for $0.0001 at most
                  support-agent.prompt:57:18: error budget-static-prefix: The static prefix has 1,411 tokens and ends here; the budget asks for 2,000 at least
                """).endsWith("1 file: 3 errors, 0 warnings, 0 notes: failed\n");
    }

    @Test
    void optionsStandForBudgetsOfTheFile() throws IOException {
        edit("support-agent.prompt", "model:", "cachewright.budget: { staticPrefix: 2000 }\nmodel:");

        assertThat(check("support-agent.prompt").status()).isEqualTo(1);
        assertThat(check("support-agent.prompt", "--min-prefix", "1411").status()).isZero();
        assertThat(check("support-agent.prompt", "--min-prefix", "1411", "--min-hit-rate", "0.95").status())
                .isEqualTo(1);
    }

    @Test
    void aFigureThatNobodyKnowsMissesItsBudget() {
        CliRun run = check("support-agent.prompt", "--model", "own-model", "--max-cost", "1", "--min-hit-rate", "0.1");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("The cost of a call is not known, because no price of own-model is")
                .contains("The hit rate is not known, because no cache rules of own-model are");
    }

    @Test
    void aFileThatCannotBeUsedIsOneLineAndTheRestIsChecked() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.prompt"), "---\nmodel: [a\n---\nx");
        Path wrong = edit("claude-review.prompt", "model:", "cachewright.budget: { hitRate: 90 }\nmodel:");

        CliRun run = check("bad.prompt", "support-agent.prompt", "claude-review.prompt", "gone.prompt");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().lines().toList()).hasSize(3).anySatisfy(line -> assertThat(line).startsWith(bad + ":2:"))
                .contains(wrong + ":2:32: \"hitRate\" takes a number from 0 to 1, 0.9 for 90 %, not 90",
                        "gone.prompt: There is no such file");
        assertThat(run.out()).contains("support-agent.prompt: static prefix 1,411").contains("4 files: ").contains(
                "3 unusable");
    }

    @Test
    void wrongArgumentsAreOneLine() {
        assertThat(List.of(check("support-agent.prompt", "--fail-on", "fatal"), check("support-agent.prompt",
                "--format", "xml"), check("support-agent.prompt", "--min-hit-rate", "90"),
                check(
                        "support-agent.prompt", "--json", "--format", "sarif"),
                check("support-agent.prompt",
                        "--ignore", "dates"),
                check())).allSatisfy(run -> {
                    assertThat(run.status()).isEqualTo(2);
                    assertThat(run.err().lines()).hasSize(1);
                    assertThat(run.out()).isEmpty();
                });
    }

    @Test
    void aFolderWithoutPromptsIsNoCheckThatPasses() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        CliRun run = check("empty");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("There is no .prompt file in " + empty + "\n");
    }

    @Test
    void anEditIsSaidWithWhatItCosts() throws IOException, GitAPIException {
        Repositories.commit(folder);
        edit("support-agent.prompt", "Be warm and plain.", "Be warm, plain and short.");
        Files.copy(folder.resolve("support-agent.prompt"), folder.resolve("new.prompt"));

        JsonNode files = check(".", "--baseline", "HEAD", "--json").json().path("files");
        List<String> words = check("--baseline", "main", folder.toString()).out().lines().filter(line -> line
                .startsWith("  ") && !line.contains(": ")).map(String::strip).toList();

        assertThat(files.valueStream().toList()).isNotEmpty();
        assertThat(words).contains("Nothing that is sent has changed since main");
        JsonNode change = changeOf("support-agent.prompt");
        assertThat(change.path("coldOnce").asInt()).isEqualTo(1141);
        assertThat(change.path("message").asText()).isEqualTo("Since HEAD, this edit makes 1,141 tokens cold once, "
                + "and 0.1 % more afterwards: hit rate 93.6% after 93.7%, a call $0.0006 as before");
        assertThat(changeOf("new.prompt").path("message").asText()).isEqualTo(
                "It is new since HEAD: there is nothing to compare it with");
    }

    private JsonNode changeOf(String name) {
        return check("--json", "--baseline", "HEAD", name).json().at("/files/0/change");
    }

    @Test
    void filesBesideThePromptAreReadAtTheBaselineToo() throws IOException, GitAPIException {
        Repositories.commit(folder);
        edit("support-agent.tools.json", "\"description\": \"", "\"description\": \"Now: ");

        JsonNode change = changeOf("support-agent.prompt");

        assertThat(change.path("coldOnce").asInt()).isGreaterThan(1300);
        assertThat(change.at("/before/staticPrefix").asInt()).isEqualTo(1411);
    }

    @Test
    void onlyWhatIsNewFailsWithABaseline() throws IOException, GitAPIException {
        Repositories.commit(folder);

        CliRun old = check("timestamp-pitfall.prompt", "--baseline", "HEAD");
        assertThat(old.status()).as(old.out()).isZero();
        assertThat(old.out()).contains("L01: ").contains("(as before)");

        assertThat(check("timestamp-pitfall.prompt", "--baseline", "HEAD", "--format", "github").out())
                .contains("::notice ").doesNotContain("::error ");

        edit("support-agent.prompt", "You are the support agent",
                "Today is 28 November 2026, 09:41. You are the agent");
        CliRun now = check("support-agent.prompt", "--baseline", "HEAD", "--json");

        assertThat(places(now.json())).anySatisfy(place -> assertThat(place).startsWith("L01 support-agent.prompt:13:")
                .endsWith("true"));
        assertThat(now.status()).isEqualTo(1);
    }

    @Test
    void budgetsFailWithABaselineAsWell() throws GitAPIException {
        Repositories.commit(folder);

        assertThat(check("support-agent.prompt", "--baseline", "HEAD", "--min-prefix", "2000").status()).isEqualTo(1);
    }

    @Test
    void aCommitThatIsNotThereCannotBeCompared() throws GitAPIException {
        Repositories.commit(folder);

        CliRun run = check("support-agent.prompt", "classic-experiment.prompt", "--baseline", "mian");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().strip()).isEqualTo(
                "--baseline: the git repository has no mian: name a commit, branch or tag that was fetched");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void sarifPassesThroughUnchanged() {
        JsonNode sarif = RawJson.tree(check("timestamp-pitfall.prompt", "--format", "sarif").out());

        assertThat(sarif.path("version").asText()).isEqualTo("2.1.0");
        assertThat(sarif.at("/runs/0/results").findValuesAsText("ruleId")).contains("L01");
    }

    @Test
    void aRequestBodyIsCheckedWhereItIsNamed() throws IOException {
        Files.writeString(folder.resolve("body.json"), """
                {"model": "gpt-5.4", "messages": [
                  {"role": "system", "content": "It is 2026-11-28T09:41:07Z.\\n%s"},
                  {"role": "user", "content": "Hello"}]}
                """.formatted("Answer from the handbook of the railway, and from nothing else. ".repeat(200)));

        CliRun run = check("--json", "body.json");

        assertThat(places(run.json())).contains("L01 body.json:2:40 true");
        assertThat(run.status()).isEqualTo(1);
    }
}
