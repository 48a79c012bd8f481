import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Folders of files: to delete, to copy without what is left out, to date.
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

    /// Copies the jars of a folder, each without what is left out of it.
    static void copyJars(Path from, Path to, LeftOut leftOut) throws IOException {
        Files.createDirectories(to);
        for (Path jar : list(from)) {
            String name = jar.getFileName().toString();
            if (!name.endsWith(".jar") || leftOut.isWhole(name)) {
                continue;
            }
            if (leftOut.has(name)) {
                copyJar(jar, to.resolve(name), leftOut);
            } else {
                Files.copy(jar, to.resolve(name));
            }
        }
    }

    private static void copyJar(Path from, Path to, LeftOut leftOut) throws IOException {
        try (var in = new ZipFile(from.toFile()); var out = new ZipOutputStream(Files.newOutputStream(to))) {
            out.setLevel(Deflater.BEST_COMPRESSION);
            for (ZipEntry entry : in.stream().map(ZipEntry.class::cast).toList()) {
                if (!entry.isDirectory() && !leftOut.isEntry(from.getFileName().toString(), entry.getName())) {
                    var copy = new ZipEntry(entry.getName());
                    copy.setTimeLocal(entry.getTimeLocal());
                    out.putNextEntry(copy);
                    in.getInputStream(entry).transferTo(out);
                    out.closeEntry();
                }
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

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
