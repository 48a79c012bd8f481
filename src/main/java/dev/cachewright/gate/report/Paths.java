package dev.cachewright.gate.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/// How files are named: by their way from the folder where the check runs, which is that of the repository on a build
/// server.
///
/// @param root that folder, absolute
public record Paths(Path root) {

    /// The way to a file with slashes; the whole path where it is elsewhere.
    String shown(Path file) {
        return inside(file).toString().replace('\\', '/');
    }

    /// Whether a file is in the folder.
    boolean isInside(Path file) {
        return !inside(file).isAbsolute();
    }

    /// A URI relative to the folder, or an absolute one.
    String uri(Path file) {
        Path way = inside(file);
        try {
            return way.isAbsolute() ? way.toUri().toASCIIString()
                    : new URI(null, null, shown(file), null).toASCIIString().replace(":", "%3A");
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Path inside(Path file) {
        Path absolute = root.resolve(file).normalize();
        return absolute.startsWith(root) ? root.relativize(absolute) : absolute;
    }
}
