package dev.cachewright.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Runs each wall over classes that were written to break it, and over a few that were not.
class GuardsBiteTest {

    private static final String ROOT = "dev.cachewright.architecture.wrong";
    private static final String TABLE = """
            ## Packages

            Pure: `prompt`, `token`.

            Centre: `prompt`, `token`.

            Screen: `javafx`.

            | package | holds | may use | only door to |
            |---|---|---|---|
            | `prompt` | text | – | – |
            | `token` | counts | above | – |
            | `format` | files | above | `de.siegmar` |
            | `ui.editor` | cards | all | – |
            | `ui.session` | calls | all but `ui.*`, `format` | – |
            """;
    private static final JavaClasses CODE = ArchitectureTest.classesIn(Path.of("target/test-classes/" + ROOT.replace(
            '.', '/')));

    private final Guards guards = new Guards(ROOT, PackageTable.parse(TABLE));

    @Test
    void cyclesAreFound() {
        assertThat(guards.hasNoCycles().evaluate(CODE).getFailureReport().getDetails()).singleElement().asString()
                .contains("Cycle detected", "prompt", "token");
    }

    @Test
    void eachWallBitesJustTheWrongClasses() {
        Map<Function<Guards, ArchRule>, Set<String>> wrong = Map.ofEntries(
                Map.entry(Guards::everyPackageIsListed, Set.of("Lost")),
                Map.entry(Guards::usesOnlyWhatTheTableAllows, Set.of("LooksBack")),
                Map.entry(Guards::eachLibraryHasItsDoor, Set.of("ParsesCsv", "TakesAnUnknownLibrary")),
                Map.entry(Guards::screenStaysInUiAndApp, Set.of("DrawsItself")),
                Map.entry(Guards::viewModelsSeeNoScene, Set.of("TypingViewModel")),
                Map.entry(Guards::viewModelsNameNoControl, Set.of("ShadedFigures")),
                Map.entry(Guards::onlyFxSpeaksToTheUiThread, Set.of("JumpsTheQueue")),
                Map.entry(Guards::pureHasNoFilesOrNetwork, Set.of("ReadsAFile", "AsksTheNetwork")),
                Map.entry(Guards::pureHasNoClockOrChance, Set.of("AsksTheClock", "CountsNanos", "ThrowsDice")),
                Map.entry(Guards::hasNoStaticsThatChange, Set.of("CountsItself", "KeepsAList", "ShowsAnArray")),
                Map.entry(Guards::hasNoGetInstance, Set.of("OnlyOne")),
                Map.entry(Guards::featuresNeverUseEachOther, Set.of("PeeksAtCalls")));

        assertThat(wrong).hasSize(guards.all().size() - 1);
        wrong.forEach((rule, names) -> assertThat(bitten(rule.apply(guards))).as(rule.apply(guards).getDescription())
                .isEqualTo(names));
    }

    @Test
    void tableReadsItsWords() {
        PackageTable table = PackageTable.parse(TABLE);

        assertThat(table.uses()).containsEntry("prompt", Set.of()).containsEntry("format", Set.of("prompt", "token"))
                .containsEntry("ui.session", Set.of("prompt", "token"));
        assertThat(table.doors()).isEqualTo(Map.of("de.siegmar", Set.of("format")));
    }

    @Test
    void tableMayNotAllowWhatItDoesNotList() {
        assertThatThrownBy(() -> PackageTable.parse(TABLE + "| `app` | start | `nowhere` | – |"))
                .hasMessageContaining("`nowhere`");
    }

    private static Set<String> bitten(ArchRule rule) {
        EvaluationResult result = rule.evaluate(CODE);
        List<JavaClass> found = new ArrayList<>();
        result.handleViolations((objects, message) -> objects.forEach(each -> found.add((JavaClass) each)));
        return found.stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());
    }
}
