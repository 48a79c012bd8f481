package dev.cachewright.format.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.advice.Advice;
import dev.cachewright.advice.Severity;
import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.store.PromptDocument;
import dev.cachewright.store.PromptDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Prompts that are laid out well, written before anything was said of them: full of dates, versions, prices and ids
/// that are the same in each call.
class CleanPromptsTest {

    private static final Path FOLDER = Path.of("src/test/resources/advice/clean");

    static List<Path> prompts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.toString().endsWith(".jsonl")).sorted().toList();
        }
    }

    @Test
    void thereAreTwentyOfThemOrMore() throws IOException {
        assertThat(prompts()).hasSizeGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void nothingIsWrongWithThem(Path file) {
        PromptDocument document = new PromptDocuments().open(file);
        var clean = new AdviceCase(document.opened(), document.values(), Optional.empty(), AnalysisInput.USUAL,
                Optional.empty());

        assertThat(clean.advice()).filteredOn(advice -> advice.severity() != Severity.INFO)
                .extracting(Advice::rule, Advice::spot).isEmpty();
    }
}
