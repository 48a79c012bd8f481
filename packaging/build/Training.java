import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs the image through its rehearsals: once to learn what its AOT caches should hold, once more with these as the
/// smoke test. Where the launcher can choose, the commands have a cache of their own: the classes of the window in it
/// would cost each of them 60 ms.
///
/// @param image the folder of the image
record Training(Layout layout, Path image) {

    private static final int LIMIT_SECONDS = 180;
    /// The first one chooses the cache of the commands; all of them are run on the files.
    private static final List<String> COMMANDS = List.of("check", "src/main/resources/samples/support-agent.prompt",
            "src/main/resources/samples/timestamp-pitfall.prompt", "src/main/resources/samples/claude-review.prompt");
    private static final List<String> HEADLESS = List.of("-Dglass.platform=Headless", "-Dprism.order=sw");

    void run() throws IOException, InterruptedException {
        long now = System.currentTimeMillis() / 2_000 * 2;
        Trees.date(image, now);
        boolean isHeadless = System.getenv("CACHEWRIGHT_TRAIN_DISPLAY") == null;
        Image.say("training run" + (isHeadless ? ", headless" : ""));
        String option = layout.cacheOption();
        String training = option.replace("AOTCache=", "AOTCacheOutput=");
        rehearse(training, isHeadless, List.of());
        if (layout.hasOwnLauncher()) {
            Image.say("training run of the commands");
            rehearse(training, true, COMMANDS);
        }
        Image.say("smoke test, headless");
        rehearse(option, true, List.of());
        rehearse(option, true, COMMANDS);
        Trees.date(image, now);
    }

    /// The settings of the launcher are changed for the run, and put back: a launcher takes options from there.
    private void rehearse(String cache, boolean isHeadless, List<String> arguments) throws IOException, InterruptedException {
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
            start(home, arguments);
        } finally {
            Files.writeString(settings, kept);
            Trees.delete(home);
        }
    }

    private void start(Path home, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(image.resolve(layout.launcher()).toAbsolutePath().toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).inheritIO();
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
