package dev.cachewright.store;

import dev.cachewright.catalog.Catalog;
import dev.cachewright.format.catalog.CatalogReader;
import dev.cachewright.format.catalog.OwnCatalog;
import dev.cachewright.format.catalog.OwnCatalogReader;
import dev.cachewright.prompt.text.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/// User-defined rows of the catalogue, kept beside the preferences. The file is usually missing.
///
/// Its user writes it, and `cachewright prices` puts prices into it.
public final class CatalogFile {

    private final Path file;

    public CatalogFile(Path file) {
        this.file = file;
    }

    /// The catalogue with the rows and deployments of the file over its own.
    ///
    /// @param bundled the program's catalogue as JSON, whose rows are right
    public Extended over(String bundled) {
        if (!Files.exists(file)) {
            return new Extended(named(CatalogReader.readLater(bundled)), List.of());
        }
        try {
            OwnCatalog read = OwnCatalogReader.read(bundled, TextFile.read(file).withoutMark());
            return new Extended(named(read.catalog()),
                    read.problems().stream().map(fault -> new FileProblem(file, fault)).toList());
        } catch (InputException e) {
            return new Extended(named(CatalogReader.readLater(bundled)), List.of(new FileProblem(file, e)));
        }
    }

    /// Changes the text of the file, which is empty where there is none yet; what comes out equal is not written.
    ///
    /// @param change may throw [InputException] at a fault in the file; then nothing is written
    /// @throws FileProblem where the file cannot be used, or has been changed by somebody else meanwhile
    public void change(UnaryOperator<String> change) {
        TextFile.change(file, change);
    }

    private Catalog named(Catalog catalog) {
        return catalog.withOwnFile(file.toString());
    }

    /// @param problems what could not be used of the file; the rest is in the catalogue
    public record Extended(Catalog catalog, List<FileProblem> problems) {
    }
}
