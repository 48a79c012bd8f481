package dev.cachewright.settings.keychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// In sessions of their own, so that the keychain of whoever runs the tests stays as it is.
class KeychainTest {

    @TempDir
    private Path home;

    @Test
    void aKeyComesBackFromTheSecretService() throws Exception {
        requireTools("dbus-run-session", "gnome-keyring-daemon");

        String seen = run("dbus-run-session", "--", "sh", "-c",
                "printf pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null && \"$@\"", "sh");

        assertThat(seen).isEqualTo("""
                before Optional.empty
                kept Optional[second-key-of-the-trial]
                elsewhere Optional.empty
                removed true false
                after Optional.empty
                """);
    }

    @Test
    void aSessionWithoutASecretServiceSaysSo() throws Exception {
        requireTools("dbus-run-session");
        Path services = Files.writeString(home.resolve("bus.conf"), """
                <busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
                <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
                <allow own="*"/></policy></busconfig>""");

        String seen = run("dbus-run-session", "--config-file=" + services, "--");

        assertThat(seen).isEqualTo("closed: This system offers no keychain\n");
    }

    private static void requireTools(String... names) {
        for (String name : names) {
            assumeTrue(Stream.of("/usr/bin", "/bin", "/usr/local/bin").map(folder -> Path.of(folder, name))
                    .anyMatch(Files::isExecutable),
                    "skipped: there is no " + name
                            + " here (Debian: apt install gnome-keyring dbus)");
        }
    }

    private String run(String... session) throws IOException, InterruptedException {
        List<String> java = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KeychainTrial.class.getName());
        var builder = new ProcessBuilder(Stream.concat(Stream.of(session), java.stream()).toList())
                .redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(home.resolve("seen").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("DBUS_") || name.equals("DISPLAY"));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_DATA_HOME", home.resolve("data").toString());
        builder.environment().put("XDG_RUNTIME_DIR", Files.createDirectories(home.resolve("run")).toString());
        Process process = builder.start();
        process.getOutputStream().close();
        boolean hasEnded = process.waitFor(1, TimeUnit.MINUTES);
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        assertThat(hasEnded).as("it ended by itself").isTrue();
        return Files.readString(home.resolve("seen"));
    }
}
