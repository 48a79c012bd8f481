import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Makes JMOD files of the JavaFX jars, with the native libraries where the runtime looks for them: from inside a jar
/// they would be copied into the user's home at the first start.
///
/// @param jars the folder of the jars, those of this system among them
/// @param jmods the folder to make
record JavaFxModules(Path jars, Path jmods) {

    private static final String NATIVE = ".*\\.(so|dll|dylib)";

    void make() throws IOException {
        Files.createDirectories(jmods);
        List<Path> all;
        try (Stream<Path> files = Files.list(jars)) {
            all = files.toList();
        }
        for (Path jar : all) {
            try (var zip = new ZipFile(jar.toFile())) {
                if (zip.getEntry("module-info.class") != null) {
                    make(zip, jar.getFileName().toString().replaceFirst("^javafx-(\\w+)-.*", "$1"));
                }
            }
        }
    }

    private void make(ZipFile jar, String name) throws IOException {
        Path classes = Files.createDirectories(jmods.resolve("classes-" + name));
        Path libraries = Files.createDirectories(jmods.resolve("native-" + name));
        for (ZipEntry entry : jar.stream().map(ZipEntry.class::cast).toList()) {
            if (entry.isDirectory() || entry.getName().matches("META-INF/.*|javafx-swt\\.jar")) {
                continue;
            }
            Path target = entry.getName().matches(NATIVE)
                    ? libraries.resolve(Path.of(entry.getName()).getFileName().toString())
                    : classes.resolve(entry.getName());
            Files.createDirectories(target.getParent());
            try (InputStream in = jar.getInputStream(entry)) {
                Files.copy(in, target);
            }
        }
        Image.run("jmod", List.of("create", "--class-path", classes.toString(), "--libs", libraries.toString(),
                jmods.resolve("javafx." + name + ".jmod").toString()));
        Trees.delete(classes);
        Trees.delete(libraries);
    }
}
