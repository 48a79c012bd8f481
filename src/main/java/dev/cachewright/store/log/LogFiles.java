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
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Logs in files and folders. A folder is read with all that is in it, by name, but for hidden files and folders: what
/// they hold is told by their content.
public final class LogFiles {

    private LogFiles() {
    }

    /// The logs at these paths, in the order in which they were given.
    ///
    /// @throws FileProblem where there is nothing at one of them, or a folder cannot be read
    public static List<LogStream> at(List<Path> paths) {
        return paths.stream().flatMap(LogFiles::at).toList();
    }

    /// What comes in from elsewhere, which can be read once.
    public static LogStream standardInput(InputStream in) {
        return new LogStream("standard input", OptionalLong.empty(), () -> Unpacked.of(in), false);
    }

    private static Stream<LogStream> at(Path path) {
        if (Files.isDirectory(path)) {
            return inFolder(path).stream().map(LogFiles::file);
        }
        if (!Files.exists(path)) {
            throw new FileProblem(path, new InputException("There is no such file", 0, 0));
        }
        return Stream.of(file(path));
    }

    private static List<Path> inFolder(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {

                @Override
                public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                    boolean isLeftOut = !inner.equals(folder) && isHidden(inner);
                    return isLeftOut ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && !isHidden(file)) {
                        files.add(file);
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
