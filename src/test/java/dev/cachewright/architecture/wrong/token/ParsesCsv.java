package dev.cachewright.architecture.wrong.token;

import de.siegmar.fastcsv.reader.CsvReader;

final class ParsesCsv {
    final CsvReader.CsvReaderBuilder reader = CsvReader.builder();
}
