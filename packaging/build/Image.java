import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Builds the app image of this system from `target/app`: a linked runtime, the class path without what nothing uses,
/// and the AOT cache of a training run of that very image.
///
/// To be run with a JDK 25 from the project's folder: `java packaging/build/Image.java VERSION`.
final class Image {

    private static final Path WORK = Path.of("target/packaging");
    private static final Path APP = Path.of("target/app");
    private static final Path PACKAGING = Path.of("packaging");
    private static final String MAIN_CLASS = "dev.cachewright.app.Main";

    private final Layout layout = Layout.ofThisSystem();
    private final String version;

    private Image(String version) {
        this.version = version;
    }

    public static void main(String[] arguments) throws Exception {
        var image = new Image(arguments[0]);
        image.build();
    }

    private void build() throws Exception {
        Trees.delete(WORK);
        Icons.main(new String[]{WORK.resolve("icons").toString()});
        say("JavaFX as modules");
        new JavaFxModules(APP.resolve("lib/javafx"), WORK.resolve("jmods")).make();
        say("the linked runtime");
        link();
        say("the class path");
        List<String> names = new Libraries(APP.resolve("lib"), WORK.resolve("lib"),
                LeftOut.read(PACKAGING.resolve("left-out.txt"))).join();
        Files.write(WORK.resolve("libraries.txt"), names);
        addReadyMade();
        say("the app image");
        jpackage();
        new Training(layout, WORK.resolve("image").resolve(layout.image())).run();
        say("done: " + WORK.resolve("image").resolve(layout.image()));
    }

    private void link() throws IOException {
        List<String> modules = lines(PACKAGING.resolve("modules.txt"));
        var arguments = new ArrayList<>(List.of("--module-path", WORK.resolve("jmods").toString(), "--add-modules",
                String.join(",", modules), "--strip-debug", "--compress", "zip-9", "--no-header-files",
                "--no-man-pages", "--output", WORK.resolve("runtime").toString()));
        run("jlink", arguments);
        Trees.keepOnly(WORK.resolve("runtime/bin"), name -> name.matches("java(w?\\.exe)?|.*\\.dll"));
    }

    /// Adds what the program would else make anew at each start to its jar, not compressed.
    private static void addReadyMade() throws IOException, InterruptedException {
        Path made = WORK.resolve("ready-made");
        java("--module-path", APP.resolve("lib/javafx").toString(), "--add-modules", "javafx.graphics",
                PACKAGING.resolve("build/StyleSheets.java").toString(), "target/classes/styles", made.toString());
        java("-cp", APP.resolve("lib") + "/*", PACKAGING.resolve("build/RankTables.java").toString(), made.toString());
        Path jar = WORK.resolve("lib").resolve(fileName(WORK.resolve("lib"), "cachewright-"));
        try (var inside = FileSystems.newFileSystem(jar, Map.of("compressionMethod", "STORED"));
                Stream<Path> files = Files.walk(made)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = inside.getPath("/" + made.relativize(file).toString().replace('\\', '/'));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static void java(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(arguments));
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("This failed: " + String.join(" ", command));
        }
    }

    private void jpackage() throws IOException {
        String jar = fileName(WORK.resolve("lib"), "cachewright-");
        var arguments = new ArrayList<>(List.of("--type", "app-image", "--name", layout.name(), "--app-version",
                layout.bundleVersion(version), "--vendor", "Cachewright", "--description",
                "A workbench for prompts that hit the provider's prompt cache", "--input",
                WORK.resolve("lib").toString(), "--main-jar", jar, "--main-class", MAIN_CLASS, "--runtime-image",
                WORK.resolve("runtime").toString(), "--dest", WORK.resolve("image").toString(), "--icon",
                layout.icon().toString()));
        for (String option : lines(PACKAGING.resolve("java-options.txt"))) {
            arguments.addAll(List.of("--java-options", option));
        }
        arguments.addAll(List.of("--java-options", layout.cacheOption()));
        layout.consoleLauncher().ifPresent(file -> arguments.addAll(List.of("--add-launcher",
                "cachewright-console=" + file)));
        run("jpackage", arguments);
        if (layout.hasOwnLauncher()) {
            layout.replaceLauncher(WORK.resolve("image").resolve(layout.image()), jar);
        }
    }

    static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    }

    static void run(String tool, List<String> arguments) {
        ToolProvider provider = ToolProvider.findFirst(tool)
                .orElseThrow(() -> new IllegalStateException("This JDK has no " + tool));
        var quiet = new PrintStream(System.err, true);
        int status = provider.run(quiet, System.err, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IllegalStateException(tool + " ended with " + status + ": " + String.join(" ", arguments));
        }
    }

    static void say(String what) {
        System.out.println("[image] " + what);
    }

    private static String fileName(Path folder, String start) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).filter(name -> name.startsWith(start)).findFirst()
                    .orElseThrow();
        }
    }
}
