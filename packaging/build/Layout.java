import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What stands where in the image of each system.
///
/// @param name the launcher and the image
/// @param image the folder of the image
/// @param launcher the window's launcher inside it
/// @param app the folder of jars and options inside it
/// @param icon of the launcher
record Layout(String name, Path image, Path launcher, Path app, Path runtime, Path icon) {

    private static final Path OWN_LAUNCHER = Path.of("packaging/linux/launcher");
    private static final Path OPTIONS = Path.of("packaging/java-options.txt");

    static Layout ofThisSystem() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return new Layout("Cachewright", Path.of("Cachewright"), Path.of("Cachewright.exe"), Path.of("app"),
                    Path.of("runtime"), Path.of("target/packaging/icons/cachewright.ico"));
        }
        if (system.contains("mac")) {
            Path contents = Path.of("Contents");
            return new Layout("Cachewright", Path.of("Cachewright.app"), contents.resolve("MacOS/Cachewright"),
                    contents.resolve("app"), contents.resolve("runtime/Contents/Home"),
                    Path.of("target/packaging/icons/cachewright.icns"));
        }
        return new Layout("cachewright", Path.of("cachewright"), Path.of("bin/cachewright"), Path.of("lib/app"),
                Path.of("lib/runtime"), Path.of("target/packaging/icons/256.png"));
    }

    /// The properties of a launcher that keeps its console; only Windows needs one.
    Optional<Path> consoleLauncher() {
        return launcher.toString().endsWith(".exe")
                ? Optional.of(Path.of("packaging/windows/console.properties"))
                : Optional.empty();
    }

    /// Whether the launcher is a script of ours in place of jpackage's.
    boolean hasOwnLauncher() {
        return launcher.startsWith("bin");
    }

    /// Puts our launcher in the place of jpackage's.
    void replaceLauncher(Path made, String jar) throws IOException {
        Files.writeString(made.resolve(launcher), Files.readString(OWN_LAUNCHER).replace("@JAR@", jar));
        Files.copy(OPTIONS, made.resolve(app).resolve(OPTIONS.getFileName()));
        for (String unused : List.of("lib/libapplauncher.so", "lib/app/.jpackage.xml", "lib/app/" + name + ".cfg")) {
            Files.delete(made.resolve(unused));
        }
    }

    /// The file inside the image that names the options of its virtual machine, besides those that never change.
    Path settings() {
        return hasOwnLauncher() ? launcher : app.resolve(name + ".cfg");
    }

    /// The option in [#settings()] that names the AOT cache; our own launcher has one for the window and one for commands.
    String cacheOption() {
        return hasOwnLauncher() ? "-XX:AOTCache=\"$app/$cache.aot\"" : "-XX:AOTCache=$APPDIR/cachewright.aot";
    }

    /// What stands between two options in [#settings()].
    String optionBorder() {
        return hasOwnLauncher() ? " " : "\njava-options=";
    }

    /// The version in the form that jpackage takes; macOS refuses a leading zero, and `package.sh` puts it back.
    String bundleVersion(String version) {
        String numbers = version.replaceFirst("[-~].*", "");
        return image.toString().endsWith(".app") ? numbers.replaceFirst("^0\\.", "1.") : numbers;
    }
}
