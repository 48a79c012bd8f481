package dev.cachewright.format.prices;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The newest version of a package of the npm registry, unpacked and not run. Where npm or the network is missing, the
/// test is skipped.
record NpmPackage(String version, Path folder) {

    private static final long PATIENCE_SECONDS = 8;

    static NpmPackage newest(String name, Path folder) throws IOException, InterruptedException {
        // The version by its number: a client that is too old for it would take an older one.
        String version = run(folder, "npm", "view", name, "version", "--fetch-retries=0", "--fetch-timeout=3000");
        run(folder, "npm", "pack", name + "@" + version, "--fetch-retries=0", "--fetch-timeout=5000");
        try (Stream<Path> files = Files.list(folder)) {
            Path archive = files.filter(file -> file.toString().endsWith(".tgz")).findFirst()
                    .orElseGet(() -> abort("npm has packed nothing"));
            run(folder, "tar", "xzf", archive.getFileName().toString());
        }
        return new NpmPackage(version, folder.resolve("package"));
    }

    private static String run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = start(folder, command);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return abort(command[0] + " did not answer");
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.exitValue() == 0 ? out : abort("npm cannot be reached: " + List.of(command));
    }

    private static Process start(Path folder, String... command) throws IOException {
        try {
            return new ProcessBuilder(command).directory(folder.toFile())
                    .redirectError(new File(folder.toFile(), "errors")).start();
        } catch (IOException e) {
            return abort("there is no " + command[0] + ": " + e.getMessage());
        }
    }
}
