package dev.cachewright.store.log;

import dev.cachewright.format.log.LogStream;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.store.DiskWords;
import dev.cachewright.store.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// Logs in files and folders. A folder is read with all that is in it, by name, but for hidden files and folders: what
/// they hold is told by their content. Links to files are followed, those to folders only where they are given.
///
/// A file that is given twice, by whatever path or link, is read once.
public final class LogFiles {

    private static final String INPUT = "standard input";

    private final Set<Object> seen = new HashSet<>();
    private final List<LogStream> streams = new ArrayList<>();

    /// The logs at these paths, in the order in which they were given.
    ///
    /// @throws FileProblem where there is nothing at one of them, or a folder cannot be read
    public static List<LogStream> at(List<Path> paths) {
        var files = new LogFiles();
        paths.forEach(files::add);
        return files.streams();
    }

    /// What comes in from elsewhere, which can be read once.
    public static LogStream standardInput(InputStream in) {
        return new LogStream(INPUT, OptionalLong.empty(), () -> Unpacked.of(in), false);
    }

    /// Adds what is at a path.
    ///
    /// @throws FileProblem where there is nothing, or a folder cannot be read
    public void add(Path path) {
        if (Files.isDirectory(path)) {
            inFolder(path).forEach(file -> add(file(file), real(file)));
        } else if (Files.exists(path)) {
            add(file(path), real(path));
        } else {
            throw new FileProblem(path, new InputException("There is no such file", 0, 0));
        }
    }

    /// Adds what comes in from elsewhere.
    public void addStandardInput(InputStream in) {
        add(standardInput(in), INPUT);
    }

    /// All that was added, in its order; what was there before is marked as such.
    public List<LogStream> streams() {
        return List.copyOf(streams);
    }

    private void add(LogStream stream, Object place) {
        streams.add(seen.add(place) ? stream : stream.again());
    }

    /// What a path leads to; a pipe has no path of its own.
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException _) {
            return file.toAbsolutePath().normalize();
        }
    }

    private static List<Path> inFolder(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            Path start = folder.toRealPath();
            Files.walkFileTree(start, new SimpleFileVisitor<>() {

                @Override
                public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                    boolean isLeftOut = !inner.equals(start) && isHidden(inner);
                    return isLeftOut ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!isHidden(file) && Files.isRegularFile(file)) {
                        files.add(folder.resolve(start.relativize(file)));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new FileProblem(folder, new InputException("The folder cannot be read: " + DiskWords.of(e), 0, 0));
        }
        return files.stream().sorted().toList();
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    /// A pipe can be read once, and has no size.
    private static LogStream file(Path file) {
        boolean isFile = Files.isRegularFile(file);
        return new LogStream(file.toString(), isFile ? size(file) : OptionalLong.empty(),
                () -> Unpacked.of(Files.newInputStream(file)), isFile);
    }

    private static OptionalLong size(Path file) {
        try {
            return OptionalLong.of(Files.size(file));
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }
}
