import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Folders of files: to delete, to list, to date.
final class Trees {

    private Trees() {
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    static void keepOnly(Path folder, Predicate<String> names) throws IOException {
        for (Path path : list(folder)) {
            if (Files.isRegularFile(path) && !names.test(path.getFileName().toString())) {
                Files.delete(path);
            }
        }
    }

    /// Gives all files one time of whole, even seconds: the AOT cache checks times, and archives round them.
    static void date(Path folder, long evenSeconds) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.forEach(path -> {
                try {
                    Files.setLastModifiedTime(path, FileTime.fromMillis(evenSeconds * 1_000));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
