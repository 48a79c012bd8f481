import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.css.Stylesheet;

/// Adds the style sheets of the program to its jar in JavaFX's binary form, which JavaFX takes where it lies beside the
/// text: to parse the text takes a tenth of a second at every start.
///
/// To be run with JavaFX: `java --module-path JARS --add-modules javafx.graphics StyleSheets.java SHEETS JAR`.
final class StyleSheets {

    private static final List<String> LOADED = List.of("first-frame", "workbench");

    public static void main(String[] arguments) throws IOException {
        Path sheets = Path.of(arguments[0]);
        Path made = Files.createTempDirectory("sheets");
        try (var jar = FileSystems.newFileSystem(Path.of(arguments[1]))) {
            for (String name : LOADED) {
                Path binary = made.resolve(name + ".bss");
                Stylesheet.convertToBinary(sheets.resolve(name + ".css").toFile(), binary.toFile());
                Files.move(binary, jar.getPath("styles", name + ".bss"));
            }
        }
        Files.delete(made);
    }
}
