package dev.cachewright.gate;

import dev.cachewright.prompt.text.InputException;
import dev.cachewright.store.FileProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/// The files to check: those that are named, and all prompt files below folders that are.
public final class Targets {

    private static final String SUFFIX = ".prompt";

    private Targets() {
    }

    /// Each file once, in the order of the arguments and of names. In a folder, what is hidden is left out, and
    /// `node_modules`, and partials: prompts put them in.
    ///
    /// @throws FileProblem where a folder cannot be read
    public static List<Path> of(List<Path> arguments) {
        var files = new LinkedHashSet<Path>();
        for (Path argument : arguments) {
            if (Files.isDirectory(argument)) {
                below(argument, files);
            } else {
                files.add(argument);
            }
        }
        return List.copyOf(files);
    }

    private static void below(Path folder, Collection<Path> files) {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                    return each.equals(folder) || !isLeftOut(each) ? FileVisitResult.CONTINUE
                            : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) {
                    String name = each.getFileName().toString();
                    if (name.endsWith(SUFFIX) && !name.startsWith("_") && !isLeftOut(each)) {
                        found.add(each);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException | UncheckedIOException e) {
            throw new FileProblem(folder, new InputException("The folder cannot be read: " + e.getMessage(), 0, 0));
        }
        found.stream().sorted().forEach(files::add);
    }

    private static boolean isLeftOut(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".") && !name.equals(".") && !name.equals("..") || name.equals("node_modules");
    }
}
