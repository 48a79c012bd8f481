package dev.cachewright.store;

import dev.cachewright.format.prices.PriceList;
import dev.cachewright.format.prices.PriceListReader;
import dev.cachewright.prompt.text.InputException;
import java.nio.file.Path;

/// A list of prices that the user has saved.
public final class PriceListFile {

    private PriceListFile() {
    }

    /// @throws FileProblem where the file cannot be read, or is no list that is known
    public static PriceList read(Path file) {
        try {
            return PriceListReader.read(TextFile.read(file).withoutMark());
        } catch (InputException e) {
            throw new FileProblem(file, e);
        }
    }
}
