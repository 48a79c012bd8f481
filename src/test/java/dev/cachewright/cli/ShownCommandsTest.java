package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.format.json.RawJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README and the page of the commands show of a command is what it prints.
class ShownCommandsTest {

    private static final Path SAMPLES = Path.of("src/main/resources/samples");
    private static final Pattern SHOWN = Pattern.compile("(?s)```\n\\$ cachewright ([^\n]*)\n(.*?)```\n");

    /// In place of what is printed before.
    private static final String LEFT_OUT = "…\n";

    @TempDir
    private Path folder;

    /// The files that the pages name: the samples, and what they say was made of them.
    @BeforeEach
    void makeFiles() throws IOException {
        try (Stream<Path> samples = Files.list(SAMPLES)) {
            for (Path sample : samples.toList()) {
                Files.copy(sample, folder.resolve(sample.getFileName()));
            }
        }
        String pitfall = Files.readString(folder.resolve("timestamp-pitfall.prompt"));
        String clock = pitfall.substring(pitfall.indexOf("{{! @block id=clock"), pitfall.indexOf(
                "{{! @block id=handbook"));
        Files.writeString(folder.resolve("clock-last.prompt"), pitfall.replace(clock, "").replace("{{role \"user\"}}",
                clock + "{{role \"user\"}}"));
        Files.writeString(folder.resolve("marked.prompt"), Files.readString(folder.resolve("support-agent.prompt"))
                .replace("id=examples kind=static", "id=examples kind=static break=true"));
        for (int row = 1; row <= 2; row++) {
            String curl = run("export timestamp-pitfall.prompt --model gpt-5.4 --as curl --row " + row);
            Files.writeString(folder.resolve("call-" + row + ".json"), RawJson.object(RawJson.fields(curl.substring(
                    curl.indexOf("\n{") + 1, curl.lastIndexOf("JSON")))));
        }
    }

    private String run(String command) {
        String[] words = Stream.of(command.split(" ")).map(word -> Files.exists(folder.resolve(word))
                ? folder.resolve(word).toString()
                : word).toArray(String[]::new);
        CliRun run = CliRun.of(words);
        return run.out().replace(folder + "/", "");
    }

    /// Columns are as wide as the names of the files, which stand in a folder here.
    private static String columns(String table) {
        return table.replaceAll("(?m) {2,}", "  ");
    }

    /// As much of the end of what was printed as a page shows.
    private static String end(String printed, String shown) {
        return LEFT_OUT + printed.substring(Math.max(0, printed.length() - shown.length() + LEFT_OUT.length()));
    }

    @Test
    void pagesShowWhatCommandsPrint() throws IOException {
        List<String> shown = new ArrayList<>();
        for (Path page : List.of(Path.of("README.md"), Path.of("docs/commands.md"),
                Path.of("docs/what-if.md"))) {
            SHOWN.matcher(Files.readString(page)).results().filter(block -> !block.group(1).endsWith("calls.jsonl"))
                    .forEach(block -> {
                        String printed = columns(run(block.group(1)));
                        String expected = columns(block.group(2));
                        boolean isEnd = expected.startsWith(LEFT_OUT);
                        assertThat(isEnd ? end(printed, expected) : printed).as(page + ": " + block.group(1))
                                .isEqualTo(expected);
                        shown.add(block.group(1).split(" ")[0]);
                    });
        }
        assertThat(shown).containsExactly("diff", "forecast", "count", "forecast", "forecast", "advise", "what-if",
                "compare", "what-if", "what-if");
    }
}
