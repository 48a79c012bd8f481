package dev.cachewright.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The package table as docs/architecture.md states it: which package may use which, and which library has which doors.
///
/// @param uses the packages that each listed package may use, in the order of the table
/// @param doors the packages that may use a library, by the prefix of the library's own packages
record PackageTable(Set<String> pure, Set<String> screen, Map<String, Set<String>> uses,
        Map<String, Set<String>> doors) {

    /// A line above the table that gives packages one name: `Pure: …`.
    private static final Pattern LIST = Pattern.compile("([A-Z]\\w+): (`.*)");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    static PackageTable read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    static PackageTable parse(String markdown) {
        String section = markdown.substring(markdown.indexOf("## Packages"));
        List<String[]> rows = section.lines().filter(line -> line.startsWith("| `")).map(line -> line.split("\\|"))
                .toList();
        Set<String> all = new LinkedHashSet<>();
        rows.forEach(cells -> all.add(quoted(cells[1]).getFirst()));
        Map<String, Set<String>> lists = new LinkedHashMap<>(Map.of("all", all));
        section.lines().map(LIST::matcher).filter(Matcher::matches).forEach(line -> lists.put(line.group(1)
                .toLowerCase(Locale.ROOT), new LinkedHashSet<>(quoted(line.group(2)))));
        Stream.of("Pure", "Screen").filter(name -> !lists.containsKey(name.toLowerCase(Locale.ROOT))).forEach(name -> {
            throw new IllegalArgumentException("No line \"" + name + ": …\" above the package table");
        });
        Map<String, Set<String>> uses = new LinkedHashMap<>();
        Map<String, Set<String>> doors = new LinkedHashMap<>();
        for (String[] cells : rows) {
            String name = quoted(cells[1]).getFirst();
            uses.put(name, used(cells[3], lists, Set.copyOf(uses.keySet())));
            quoted(cells[4]).forEach(door -> doors.computeIfAbsent(door, key -> new LinkedHashSet<>()).add(name));
        }
        return new PackageTable(lists.get("pure"), lists.get("screen"), uses, doors);
    }

    /// The longest library prefix of the table that the package name begins with.
    Optional<String> library(String packageName) {
        return doors.keySet().stream().filter(prefix -> isIn(packageName, prefix))
                .max((a, b) -> Integer.compare(a.length(), b.length()));
    }

    boolean isScreen(String packageName) {
        return screen.stream().anyMatch(prefix -> isIn(packageName, prefix));
    }

    static boolean isIn(String packageName, String prefix) {
        return packageName.equals(prefix) || packageName.startsWith(prefix + ".");
    }

    private static Set<String> used(String cell, Map<String, Set<String>> lists, Set<String> above) {
        String[] parts = cell.split("\\bbut\\b");
        Set<String> used = new LinkedHashSet<>();
        for (String item : parts[0].split(",")) {
            String word = item.strip();
            if (word.equals("above")) {
                used.addAll(above);
            } else if (lists.containsKey(word)) {
                used.addAll(lists.get(word));
            } else if (!word.equals("–")) {
                used.addAll(matching(word, lists.get("all")));
            }
        }
        for (int i = 1; i < parts.length; i++) {
            for (String item : parts[i].split(",")) {
                used.removeAll(matching(item.strip(), lists.get("all")));
            }
        }
        return used;
    }

    private static List<String> matching(String item, Set<String> all) {
        List<String> names = quoted(item);
        if (names.size() != 1) {
            throw new IllegalArgumentException("The package table says \"" + item + "\" where a package should stand");
        }
        String name = names.getFirst();
        if (name.endsWith(".*")) {
            return all.stream().filter(each -> each.startsWith(name.substring(0, name.length() - 1))).toList();
        }
        if (!all.contains(name)) {
            throw new IllegalArgumentException("The package table allows `" + name + "` but does not list it");
        }
        return List.of(name);
    }

    private static List<String> quoted(String text) {
        return QUOTED.matcher(text).results().map(each -> each.group(1)).toList();
    }
}
