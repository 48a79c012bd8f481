import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.css.Stylesheet;

/// Writes the style sheets of the program in JavaFX's binary form, which JavaFX takes where it lies beside the text: to
/// parse the text takes a tenth of a second at every start.
///
/// To be run with JavaFX: `java --module-path JARS --add-modules javafx.graphics StyleSheets.java SHEETS FOLDER`.
final class StyleSheets {

    private static final List<String> LOADED = List.of("first-frame", "workbench");

    public static void main(String[] arguments) throws IOException {
        Path sheets = Path.of(arguments[0]);
        Path folder = Files.createDirectories(Path.of(arguments[1], "styles"));
        for (String name : LOADED) {
            Stylesheet.convertToBinary(sheets.resolve(name + ".css").toFile(), folder.resolve(name + ".bss").toFile());
        }
    }
}
