package dev.cachewright.format.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.cachewright.format.json.Overflow;
import dev.cachewright.format.json.RawJson;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.prompt.text.TemplateCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads values from CSV with a header line, or from JSON Lines.
public final class ValuesReader {

    /// How many rows there are at most: each is rendered and counted.
    private static final int MOST = 1_000_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(TemplateCheck.DEEPEST).build())
            .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern CSV_LINE = Pattern.compile(" ?\\(?(?:in )?[Rr]ecord starting at line (\\d+)\\)?");

    private static final Pattern CSV_LIMIT = Pattern.compile("(?:limit|size) of (\\d+) (\\w+)");

    private ValuesReader() {
    }

    /// The rows of a data set.
    ///
    /// @param name the file name; `.jsonl` and `.ndjson` are JSON Lines, all else is CSV
    /// @throws InputException with line and column where it cannot be read
    public static Values read(String name, String text) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".jsonl") || lower.endsWith(".ndjson") ? readJsonLines(name, text) : readCsv(name, text);
    }

    private static Values readCsv(String file, String text) {
        List<CsvRecord> records;
        try {
            records = CsvReader.builder().skipEmptyLines(true).detectBomHeader(true)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE).allowUnclosedQuote(false).ofCsvRecord(strip(text))
                    .stream().limit(MOST + 2L).toList();
        } catch (CsvParseException e) {
            throw unreadable(e.getMessage());
        }
        if (records.isEmpty()) {
            throw new InputException("The file is empty: its first line must name the columns", 1, 1);
        }
        requireFew(records.size() - 1, (int) records.getLast().getStartingLineNumber());
        List<String> columns = records.getFirst().getFields().stream().map(String::strip).toList();
        Set<String> named = new HashSet<>();
        columns.stream().filter(name -> !named.add(name)).findFirst().ifPresent(twice -> {
            throw new InputException("Two columns have the name \"" + twice + "\": give one of them another", 1, 1);
        });
        var rows = new ArrayList<Row>();
        for (CsvRecord csv : records.subList(1, records.size())) {
            if (csv.getFieldCount() != columns.size()) {
                throw new InputException("This row has " + csv.getFieldCount() + " fields, the first line names "
                        + columns.size() + " columns", (int) csv.getStartingLineNumber(), 1);
            }
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                values.put(columns.get(i), csv.getField(i));
            }
            rows.add(new Row(values));
        }
        return new Values(file, columns, rows);
    }

    private static void requireFew(int rows, int line) {
        if (rows > MOST) {
            throw new InputException("There are more than a million rows up to here: leave some out", line, 1);
        }
    }

    private static InputException unreadable(String message) {
        Matcher line = CSV_LINE.matcher(message);
        int number = line.find() ? Integer.parseInt(line.group(1)) : 1;
        Matcher limit = CSV_LIMIT.matcher(message);
        if (limit.find()) {
            String most = String.format(Locale.ENGLISH, "%,d", Integer.parseInt(limit.group(1)));
            return new InputException(limit.group(2).equals("fields")
                    ? "This row has more than " + most + " fields, which is the most: give fewer columns"
                    : "A field of this row has more than " + most + " characters, which is the most: shorten it, or "
                            + "close its quotes",
                    number, 1);
        }
        return new InputException("This is not valid CSV: " + line.reset().replaceFirst(""), number, 1);
    }

    private static String strip(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Values readJsonLines(String name, String text) {
        var columns = new LinkedHashSet<String>();
        var rows = new ArrayList<Row>();
        int number = 0;
        for (String line : strip(text).split("\\r\\n|\\n|\\r", -1)) {
            number++;
            if (!line.isBlank()) {
                Row row = row(line, number);
                columns.addAll(row.values().keySet());
                rows.add(row);
                requireFew(rows.size(), number);
            }
        }
        return new Values(name, List.copyOf(columns), rows);
    }

    private static Row row(String line, int number) {
        try {
            JsonNode node = JSON.readTree(line);
            if (!node.isObject()) {
                throw new InputException("Each line must be a JSON object", number, 1);
            }
            if (Overflow.isIn(node)) {
                throw overflow(line, number);
            }
            Map<String, Object> values = new LinkedHashMap<>();
            node.properties()
                    .forEach(field -> values.put(field.getKey(), JSON.convertValue(field.getValue(), Object.class)));
            return new Row(values);
        } catch (JsonProcessingException e) {
            throw RawJson.unreadable(e, line).shifted(number - 1, 0);
        }
    }

    private static InputException overflow(String line, int number) {
        try (JsonParser parser = JSON.createParser(line)) {
            int column = Overflow.first(parser).map(JsonLocation::getColumnNr).orElse(1);
            return new InputException(Overflow.WORDS, number, column);
        } catch (IOException e) {
            throw RawJson.unreadable(e, line);
        }
    }
}
