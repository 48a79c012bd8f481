package dev.cachewright.architecture.wrong.prompt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class ReadsAFile {
    String text(Path path) throws IOException {
        return Files.readString(path);
    }
}
