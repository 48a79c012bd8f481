package dev.cachewright.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files that a save writes before it puts them in the place of others, and what is left of saves that were killed.
public final class TemporaryFiles {

    private static final Pattern NAME = Pattern.compile("\\..*\\.(\\d{1,18})-\\d+\\.cachewright-tmp");
    /// A save takes less: what is older was left, even where another system's processes cannot be seen.
    private static final Duration LONGEST_SAVE = Duration.ofMinutes(1);
    /// Long names would become too long for the disk with what is added to them.
    private static final int NAME_KEPT = 40;

    private TemporaryFiles() {
    }

    /// A new name beside `target` that says whose it is.
    static Path beside(Path target) {
        String name = target.getFileName().toString();
        return target.resolveSibling("." + name.substring(0, Math.min(NAME_KEPT, name.length())) + "."
                + ProcessHandle.current().pid() + "-"
                + Long.toUnsignedString(UUID.randomUUID().getLeastSignificantBits())
                + ".cachewright-tmp");
    }

    static boolean isTemporary(Path file) {
        return file.getFileName() != null && NAME.matcher(file.getFileName().toString()).matches();
    }

    /// Removes what killed saves have left in a folder; what cannot be read or removed is passed over.
    ///
    /// @param now what is written by a process that does not run, or is old by then, is removed
    public static void cleanUp(Path folder, Instant now) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            for (Path file : files.filter(candidate -> isLeft(candidate, now)).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.getLogger(TemporaryFiles.class.getName()).log(System.Logger.Level.INFO,
                    "Temporary files could not be removed", e);
        }
    }

    private static boolean isLeft(Path file, Instant now) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return false;
        }
        Optional<ProcessHandle> writer = ProcessHandle.of(Long.parseLong(name.group(1)));
        boolean isOld = Instant.ofEpochMilli(file.toFile().lastModified()).isBefore(now.minus(LONGEST_SAVE));
        // A process that began after the file was written has the number of the one that wrote it.
        boolean isGone = writer.flatMap(process -> process.info().startInstant())
                .map(start -> start.minusSeconds(1).toEpochMilli() > file.toFile().lastModified())
                .orElse(writer.isEmpty());
        return isOld || isGone;
    }
}
