package dev.cachewright.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The sample that was open last, for the next start: the session that goes on then is one of this prompt. Files are
/// remembered among the preferences.
///
/// What cannot be written or read is passed over: the next start opens a file as always.
public final class LastSample {

    private final Path file;

    public LastSample(Path file) {
        this.file = file;
    }

    /// Notes what is open now; anything but a sample is none.
    public void note(PromptDocument document) {
        String name = document.name().replaceFirst("\\.prompt$", "");
        boolean isSample = document.place().isEmpty() && Samples.names().contains(name);
        try {
            if (isSample) {
                AtomicFile.writePrivate(file, name.getBytes(StandardCharsets.UTF_8));
            } else {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.getLogger(LastSample.class.getName()).log(System.Logger.Level.WARNING,
                    "The open sample could not be noted", e);
        }
    }

    /// Its name; empty where something else was open last.
    public Optional<String> name() {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip())
                    .filter(Samples.names()::contains);
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
