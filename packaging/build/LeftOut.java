import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;

/// What `left-out.txt` names: jars by a glob, entries by the beginning of their names.
record LeftOut(List<Rule> rules) {

    private record Rule(String jar, String entries) {

        boolean isFor(String name) {
            return FileSystems.getDefault().getPathMatcher("glob:" + jar).matches(Path.of(name));
        }
    }

    static LeftOut read(Path file) throws IOException {
        return new LeftOut(Image.lines(file).stream().map(line -> line.split("\\s+"))
                .map(words -> new Rule(words[0], words[1])).toList());
    }

    boolean isWhole(String jar) {
        return rules.stream().anyMatch(rule -> rule.isFor(jar) && rule.entries().equals("*"));
    }

    boolean isEntry(String jar, String entry) {
        return rules.stream().anyMatch(rule -> rule.isFor(jar) && entry.startsWith(rule.entries()));
    }
}
