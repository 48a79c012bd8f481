package dev.cachewright.app;

import dev.cachewright.catalog.Catalog;
import dev.cachewright.format.catalog.CatalogReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The catalogue that comes with the program.
public final class BundledCatalog {

    private static final String FILE = "/catalog/models.json";

    private BundledCatalog() {
    }

    public static Catalog read() {
        return CatalogReader.read(text());
    }

    /// As JSON.
    public static String text() {
        try (InputStream in = Objects.requireNonNull(BundledCatalog.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
