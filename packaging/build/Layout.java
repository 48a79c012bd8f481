import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// What jpackage calls things on each system.
///
/// @param name the launcher and the image
/// @param image the folder of the image
/// @param launcher the window's launcher inside it
/// @param app the folder of jars and settings inside it
/// @param icon of the launcher
record Layout(String name, Path image, Path launcher, Path app, Path runtime, Path icon) {

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

    /// The version in the form that jpackage takes; macOS refuses a leading zero, and `package.sh` puts it back.
    String bundleVersion(String version) {
        String numbers = version.replaceFirst("[-~].*", "");
        return image.toString().endsWith(".app") ? numbers.replaceFirst("^0\\.", "1.") : numbers;
    }
}
