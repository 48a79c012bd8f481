import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs the image through its rehearsal: once to learn what its AOT cache should hold, once more with that cache as the
/// smoke test.
///
/// @param image the folder of the image
record Training(Layout layout, Path image) {

    private static final int LIMIT_SECONDS = 180;
    private static final List<String> HEADLESS = List.of("-Dglass.platform=Headless", "-Dprism.order=sw");

    void run() throws IOException, InterruptedException {
        long now = System.currentTimeMillis() / 2_000 * 2;
        Trees.date(image, now);
        boolean isHeadless = System.getenv("CACHEWRIGHT_TRAIN_DISPLAY") == null;
        Image.say("training run" + (isHeadless ? ", headless" : ""));
        String option = layout.cacheOption();
        rehearse(option.replace("AOTCache=", "AOTCacheOutput="), isHeadless);
        Image.say("smoke test, headless");
        rehearse(option, true);
        Trees.date(image, now);
    }

    /// The settings of the launcher are changed for the run, and put back: a launcher takes options from there.
    private void rehearse(String cache, boolean isHeadless) throws IOException, InterruptedException {
        Path settings = image.resolve(layout.settings());
        String kept = Files.readString(settings);
        if (!kept.contains(layout.cacheOption())) {
            throw new IllegalStateException(settings + " does not name " + layout.cacheOption());
        }
        String border = layout.optionBorder();
        String more = isHeadless ? border + String.join(border, HEADLESS) : "";
        Files.writeString(settings, kept.replace(layout.cacheOption(), cache + more));
        Path home = Files.createTempDirectory("cachewright-rehearsal");
        try {
            start(home);
        } finally {
            Files.writeString(settings, kept);
            Trees.delete(home);
        }
    }

    private void start(Path home) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(image.resolve(layout.launcher()).toAbsolutePath().toString()).inheritIO();
        builder.environment().putAll(Map.of("CACHEWRIGHT_HOME", home.toString(), "CACHEWRIGHT_REHEARSAL", "yes"));
        Process process = builder.start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The rehearsal did not end in " + LIMIT_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("The rehearsal ended with " + process.exitValue());
        }
    }
}
