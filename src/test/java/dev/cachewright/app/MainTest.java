package dev.cachewright.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    @Test
    void windowOpensForNothingAndForAFile() {
        assertThat(Main.isForWindow()).isTrue();
        assertThat(Main.isForWindow("support.prompt")).isTrue();
        assertThat(Main.isForWindow("count", "support.prompt")).isFalse();
        assertThat(Main.isForWindow("models")).isFalse();
        assertThat(Main.isForWindow("--help")).isFalse();
        assertThat(Main.isForWindow("cuont", "support.prompt")).isFalse();
    }

    @Test
    void displayIsLookedForWhereOneCanBeMissing() {
        assertThat(WindowStart.hasDisplay(Map.of(), "Linux", "")).isFalse();
        assertThat(WindowStart.hasDisplay(Map.of("DISPLAY", ":1"), "Linux", "")).isTrue();
        assertThat(WindowStart.hasDisplay(Map.of(), "Linux", "Headless")).isTrue();
        assertThat(WindowStart.hasDisplay(Map.of(), "Windows 11", "")).isTrue();
        assertThat(WindowStart.hasDisplay(Map.of(), "Mac OS X", "")).isTrue();
    }

    @Test
    void openGlIsOnlyTriedWhereACardMayBe(@TempDir Path devices) throws IOException {
        assertThat(WindowStart.mayHaveGraphicsCard("Linux", devices)).isFalse();
        assertThat(WindowStart.mayHaveGraphicsCard("Windows 11", devices)).isTrue();
        assertThat(WindowStart.mayHaveGraphicsCard("Mac OS X", devices)).isTrue();

        Files.createDirectories(devices.resolve("dri/card0"));
        assertThat(WindowStart.mayHaveGraphicsCard("Linux", devices)).isFalse();
        Files.createDirectories(devices.resolve("dri/renderD128"));
        assertThat(WindowStart.mayHaveGraphicsCard("Linux", devices)).isTrue();
    }

    @Test
    void aCardOfNvidiaCountsWithoutARenderNode(@TempDir Path devices) throws IOException {
        Files.createFile(devices.resolve("nvidiactl"));

        assertThat(WindowStart.mayHaveGraphicsCard("Linux", devices)).isTrue();
    }

    @Test
    void countLoadsNeitherTheScreenNorTheClient() {
        List<String> lines = run("-Xlog:class+load:stdout", "count", "src/test/resources/golden/cli/support.prompt",
                "--json");

        assertThat(lines).anyMatch(line -> line.contains("dev.cachewright.cli.CountCommand"));
        assertThat(lines).noneMatch(line -> line.contains(" javafx.") || line.contains(" com.openai.")
                || line.contains(" okhttp3.") || line.contains(" io.opentelemetry.")
                || line.contains(" com.sun.net.httpserver."));
        assertThat(lines).anyMatch(line -> line.startsWith("{\"model\":\"gpt-5.4\""));
    }

    /// Off by default, whatever the environment names.
    @Test
    void aRunLoadsNothingOfOpenTelemetryUnlessItIsAskedTo(@TempDir Path folder) {
        List<String> lines = run("-Xlog:class+load:stdout", Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9",
                "XDG_DATA_HOME", folder.toString(), "XDG_CONFIG_HOME", folder.toString(), "XDG_STATE_HOME",
                folder.toString()), "run", "src/test/resources/golden/cli/support.prompt", "--calls", "1", "--json");

        assertThat(lines).anyMatch(line -> line.contains("dev.cachewright.cli.RunCommand"))
                .noneMatch(line -> line.contains(" io.opentelemetry."))
                .noneMatch(line -> line.contains(" dev.cachewright.telemetry.otlp.OtlpTelemetry "));
        assertThat(lines).anyMatch(line -> line.contains("\"summary\""));
    }

    @Test
    void withoutADisplayOneLineSaysSo() {
        List<String> lines = run("-Dos.name=Linux");

        assertThat(lines).containsExactly(
                "There is no display for the window; the commands work without one: cachewright --help");
    }

    private static List<String> run(String option, String... arguments) {
        return run(option, Map.of(), arguments);
    }

    private static List<String> run(String option, Map<String, String> environment, String... arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option, "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        List.of("DISPLAY", "JAVA_TOOL_OPTIONS").forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
