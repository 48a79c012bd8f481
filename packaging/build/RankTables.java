import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.encoding.RankTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes the rank table of most models as it stands in memory: to make it of the published file takes a third of the
/// time to the first count.
///
/// To be run with the program on the class path: `java -cp JARS RankTables.java FOLDER`.
final class RankTables {

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0] + RankTokenizer.tableName(Encoding.O200K_BASE));
        Files.createDirectories(file.getParent());
        Files.write(file, new RankTokenizer(Encoding.O200K_BASE).table());
    }
}
