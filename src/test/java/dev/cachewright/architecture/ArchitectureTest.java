package dev.cachewright.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the code to the package table of docs/architecture.md.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {

    private static final String ROOT = "dev.cachewright";

    private JavaClasses code;
    private PackageTable table;

    @BeforeAll
    void readOnce() throws IOException {
        code = classesIn(Path.of("target/classes"));
        table = PackageTable.read(Path.of("docs/architecture.md"));
    }

    /// Imports without looking up classes from elsewhere, whose names are all that the rules ask for.
    static JavaClasses classesIn(Path folder) {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter().importPath(folder);
        });
    }

    List<ArchRule> rules() {
        return new Guards(ROOT, table).all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void codeKeepsTheWall(ArchRule rule) {
        rule.check(code);
    }

    @Test
    void everyListedPackageHoldsSomething() {
        Guards guards = new Guards(ROOT, table);
        Set<String> held = code.stream().filter(type -> !type.getSimpleName().equals("package-info"))
                .map(guards::place).filter(place -> place != null).collect(Collectors.toSet());
        Set<String> empty = new TreeSet<>(table.uses().keySet());
        empty.removeAll(held);
        assertThat(empty).as("packages that stand in the table of docs/architecture.md and hold no class").isEmpty();
    }
}
