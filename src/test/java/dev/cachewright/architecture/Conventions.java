package dev.cachewright.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Conventions that neither compiler nor formatter holds, over the files of a project folder.
///
/// Each check answers with one line for each thing to mend, and with nothing when all is well.
final class Conventions {

    private static final Set<String> VAGUE = Set.of("util", "common", "helper", "manager", "impl");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?[\\w.]+?\\.(\\w+|\\*);$");
    private static final Pattern BRACED = Pattern.compile("\\b(?:(if|for|while)\\s*\\(|(else|do)\\b)");
    private static final Pattern TEST_NAME = Pattern.compile(
            "@(?:Test|ParameterizedTest|RepeatedTest)\\b[^{;]*?\\bvoid\\s+(\\w*_\\w*)\\s*\\(");
    private static final Pattern JAVA_LOOK = Pattern.compile(
            "\\bsetStyle\\(|\\bColor\\.(?:web|rgb|color|valueOf|[A-Z]{3,})\\b|\\bFont\\.font\\(|\\bnew Font\\(");
    private static final Pattern FXML_LOOK = Pattern.compile("\\bstyle=\"|-fx-|<Font\\b|<Color\\b");
    private static final Pattern CSS_COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\b(?:rgba?|hsba?|hsla?)\\(");
    private static final Pattern FXML_TEXT = Pattern.compile(
            "\\b(?:text|promptText|accessibleText|accessibleHelp|title)=\"(?![%$\"])([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("[a-z][\\w-]*(?:\\.[\\w-]+)+\\.?|[a-z][\\w-]*\\.");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern FXML_KEY = Pattern.compile("\"%([^\"]+)\"");

    private final Path project;
    private final Path main;

    Conventions(Path project) {
        this.project = project;
        this.main = project.resolve("src/main/java");
    }

    List<String> filesAreShort() {
        List<String> wrong = new ArrayList<>();
        for (Path file : files(main, ".java")) {
            String name = file.getFileName().toString();
            int limit = name.endsWith("View.java") ? 150 : name.endsWith("ViewModel.java") ? 200 : 400;
            checkLength(file, limit, wrong);
        }
        for (Path file : files(main, "package-info.java")) {
            checkLength(file, 10, wrong);
        }
        for (String folder : List.of("fxml", "styles")) {
            files(project.resolve(folder), "").forEach(file -> checkLength(file, 120, wrong));
        }
        return wrong;
    }

    List<String> packagesHaveNamesAndSayWhatTheyHold() {
        List<String> wrong = new ArrayList<>();
        Set<Path> packages = files(main, ".java").stream().map(Path::getParent)
                .collect(Collectors.toCollection(TreeSet::new));
        for (Path folder : packages) {
            if (VAGUE.contains(folder.getFileName().toString())) {
                wrong.add(name(folder) + ": name the package after what it holds");
            }
            if (!Files.exists(folder.resolve("package-info.java"))) {
                wrong.add(name(folder) + ": add a package-info.java of at most ten lines");
            }
        }
        return wrong;
    }

    List<String> importsAreNamedAndUsed() {
        return inEach(sources(), (text, wrong) -> IMPORT.matcher(text).results().forEach(each -> {
            String last = each.group(1);
            if (last.equals("*")) {
                wrong.add(each.group() + " imports a star");
            } else if (!Pattern.compile("\\b" + last + "\\b").matcher(IMPORT.matcher(text).replaceAll("")).find()) {
                wrong.add("delete " + each.group());
            }
        }));
    }

    List<String> bodiesHaveBraces() {
        return inEach(sources(), (text, wrong) -> {
            String code = JavaText.withoutTextAndComments(text);
            Matcher matcher = BRACED.matcher(code);
            while (matcher.find()) {
                int end = matcher.group(1) == null ? matcher.end() : JavaText.closing(code, matcher.end() - 1) + 1;
                String rest = code.substring(end).stripLeading();
                boolean isTail = "while".equals(matcher.group(1)) && rest.startsWith(";");
                boolean isElseIf = "else".equals(matcher.group(2)) && rest.startsWith("if");
                if (!rest.startsWith("{") && !isTail && !isElseIf) {
                    wrong.add(
                            "line " + code.substring(0, matcher.end()).lines().count() + ": put the body in braces");
                }
            }
        });
    }

    List<String> testNamesAreSentences() {
        return inEach(files(project.resolve("src/test/java"), ".java"), (text, wrong) -> TEST_NAME.matcher(text)
                .results().forEach(each -> wrong.add(each.group(1) + ": write the name without underscores")));
    }

    List<String> looksStayInStyles() {
        List<String> wrong = new ArrayList<>(inEach(screenSources(), find(JAVA_LOOK)));
        wrong.addAll(inEach(files(project.resolve("fxml"), ".fxml"), find(FXML_LOOK)));
        Path tokens = project.resolve("styles/tokens");
        List<Path> sheets = files(project.resolve("styles"), ".css").stream().filter(file -> !file.startsWith(tokens))
                .toList();
        wrong.addAll(inEach(sheets, (text, lines) -> find(CSS_COLOUR).accept(cssWithoutComments(text), lines)));
        return wrong;
    }

    List<String> featuresKeepTheirSubscriptions() {
        Set<String> kit = Set.of("fx", "kit");
        return inEach(screenSources().stream().filter(file -> !kit.contains(file.getParent().getFileName().toString()))
                .toList(), find(Pattern.compile("\\.addListener\\(")));
    }

    List<String> fxmlHoldsNoText() {
        return inEach(files(project.resolve("fxml"), ".fxml"), find(FXML_TEXT));
    }

    /// One stem for each view: the five places that carry it.
    List<String> viewsHaveTheirFivePlaces() {
        List<String> wrong = new ArrayList<>();
        Map<String, List<Path>> byName = files(main, ".java").stream()
                .collect(Collectors.groupingBy(file -> file.getFileName().toString()));
        Set<String> stems = new TreeSet<>();
        for (Path fxml : files(project.resolve("fxml"), ".fxml")) {
            String stem = fxml.getFileName().toString().replace(".fxml", "");
            stems.add(stem);
            checkPlaces(stem, fxml, byName, wrong);
        }
        files(project.resolve("styles/views"), ".css").stream()
                .filter(css -> !stems.contains(css.getFileName().toString().replace(".css", "")))
                .forEach(css -> wrong.add(name(css) + ": there is no fxml of this name"));
        return wrong;
    }

    /// Lines to add to or delete from the messages.
    List<String> messagesAreUsedAndThere() {
        Path messages = project.resolve("src/main/resources/i18n/messages.properties");
        Set<String> there = Files.exists(messages)
                ? read(messages).lines().filter(line -> line.matches("[^#!\\s][^=:]*[=:].*"))
                        .map(line -> line.split("[=:]", 2)[0].strip()).collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
        Set<String> groups = there.stream().map(key -> key.split("\\.")[0]).collect(Collectors.toSet());
        Map<String, Path> used = new TreeMap<>();
        for (Path fxml : files(project.resolve("fxml"), ".fxml")) {
            FXML_KEY.matcher(read(fxml)).results().forEach(each -> used.put(each.group(1), fxml));
        }
        for (Path file : screenSources()) {
            LITERAL.matcher(read(file)).results().map(each -> each.group(1))
                    .filter(text -> KEY.matcher(text).matches() && groups.contains(text.split("\\.")[0]))
                    .forEach(text -> used.put(text, file));
        }
        List<String> wrong = new ArrayList<>();
        used.forEach((key, file) -> {
            if (!key.endsWith(".") && !there.contains(key) && there.stream().noneMatch(each -> each.startsWith(
                    key + "."))) {
                wrong.add("add " + key + " = … (" + name(file) + ")");
            }
        });
        Predicate<String> isUsed = key -> used.containsKey(key)
                || used.keySet().stream().anyMatch(each -> each.endsWith(".") && key.startsWith(each));
        there.stream().filter(isUsed.negate()).forEach(key -> wrong.add("delete " + key));
        return wrong;
    }

    private void checkPlaces(String stem, Path fxml, Map<String, List<Path>> byName, List<String> wrong) {
        Path css = project.resolve("styles/views/" + stem + ".css");
        if (!Files.exists(css)) {
            wrong.add(name(fxml) + ": add " + name(css));
        } else {
            String bare = cssWithoutComments(read(css)).replaceAll("@[\\w-]+[^{;]*[{;]", "");
            Pattern.compile("([^{}]+)\\{[^{}]*}").matcher(bare).results()
                    .flatMap(each -> Stream.of(each.group(1).split(","))).map(String::strip)
                    .filter(selector -> !selector.matches("\\." + stem + "(?![\\w-]).*(?s:.*)"))
                    .forEach(selector -> wrong.add(name(css) + ": begin \"" + selector + "\" with ." + stem));
        }
        Matcher root = Pattern.compile("<(?![?!])[^>]*>").matcher(read(fxml));
        Pattern named = Pattern.compile("styleClass=\"(?:[^\"]*[\\s,])?" + stem + "(?:[\\s,][^\"]*)?\"");
        if (!root.find() || !named.matcher(root.group()).find()) {
            wrong.add(name(fxml) + ": give the root styleClass=\"" + stem + "\"");
        }
        String type = Stream.of(stem.split("-")).map(word -> word.substring(0, 1).toUpperCase() + word.substring(1))
                .collect(Collectors.joining());
        List<Path> views = byName.getOrDefault(type + "View.java", List.of());
        List<Path> models = byName.getOrDefault(type + "ViewModel.java", List.of());
        if (views.size() != 1 || models.size() != 1 || !views.getFirst().getParent().equals(models.getFirst()
                .getParent())) {
            wrong.add(name(fxml) + ": put " + type + "View and " + type + "ViewModel in one ui package");
        }
    }

    private void checkLength(Path file, int limit, List<String> wrong) {
        long lines = read(file).lines().count();
        if (lines > limit) {
            wrong.add(name(file) + ": " + lines + " lines, at most " + limit);
        }
    }

    private List<Path> sources() {
        return files(project.resolve("src"), ".java");
    }

    private List<Path> screenSources() {
        Path screen = main.resolve("dev/cachewright");
        return Stream.of("ui", "app", "words", "picture", "report", "cli")
                .flatMap(place -> files(screen.resolve(place), ".java").stream())
                .toList();
    }

    private interface Check {
        void accept(String text, List<String> wrong);
    }

    private static Check find(Pattern pattern) {
        return (text, wrong) -> pattern.matcher(text).results().forEach(each -> wrong.add("line " + text.substring(0,
                each.end()).lines().count() + ": " + each.group()));
    }

    private List<String> inEach(List<Path> files, Check check) {
        List<String> all = new ArrayList<>();
        for (Path file : files) {
            List<String> wrong = new ArrayList<>();
            check.accept(read(file), wrong);
            wrong.forEach(each -> all.add(name(file) + ": " + each));
        }
        return all;
    }

    private static String cssWithoutComments(String text) {
        return Pattern.compile("(?s)/\\*.*?\\*/").matcher(text).replaceAll(each -> "\n".repeat((int) each.group()
                .chars().filter(c -> c == '\n').count()));
    }

    private String name(Path file) {
        return project.relativize(file).toString().replace('\\', '/');
    }

    private static List<Path> files(Path folder, String end) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> Files.isRegularFile(file) && file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
