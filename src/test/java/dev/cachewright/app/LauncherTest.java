package dev.cachewright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which Java the launcher of `target/app` takes, with runtimes that only say who they are.
class LauncherTest {

    private static final Path LAUNCHERS = Path.of("packaging/launcher");
    private static final String LOST = """
            Cachewright needs Java 25 or later, and none was found.%s Install Temurin 25 from https://adoptium.net, \
            or point JAVA_HOME at a Java 25.
            """;

    @TempDir
    Path folder;
    private Path launcher;
    private Path tools;

    @BeforeEach
    void layOut() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell");
        launcher = Files.createDirectories(folder.resolve("app/bin")).resolve("cachewright");
        Files.createDirectories(folder.resolve("app/lib/javafx"));
        // The places of this system hold what they hold: the test has its own.
        String script = Files.readString(LAUNCHERS.resolve("cachewright"))
                .replaceFirst("(?s)for folder in .*?; do", "for folder in '" + folder.resolve("usual") + "'; do");
        write(launcher, script);
        tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("dirname", "readlink", "sed", "uname")) {
            Path found = Stream.of("/usr/bin", "/bin").map(place -> Path.of(place, tool)).filter(Files::exists)
                    .findFirst().orElseThrow();
            write(tools.resolve(tool), "#!/bin/sh\nexec " + found + " \"$@\"\n");
        }
    }

    @Test
    void whatTheUserChoseComesFirst() throws Exception {
        Path chosen = runtime("chosen", "25.0.1");
        built(runtime("built", "25"));
        assertThat(start(chosen, runtime("path", "26"))).isEqualTo(new Said(0, "chosen models\n", ""));
    }

    @Test
    void aChoiceThatIsTooOldGivesWayToThePath() throws Exception {
        assertThat(start(runtime("old", "17.0.15"), runtime("path", "26-ea")))
                .isEqualTo(new Said(0, "path models\n", ""));
    }

    @Test
    void theJavaOfTheBuildStandsInForOldOnes() throws Exception {
        built(runtime("built", "25"));
        assertThat(start(runtime("old", "17.0.15"), runtime("path", "1.8.0_402")))
                .isEqualTo(new Said(0, "built models\n", ""));
    }

    @Test
    void aBuildWhoseJavaIsGoneLooksInTheUsualPlaces() throws Exception {
        built(folder.resolve("gone"));
        runtime("usual/jdk-17", "17");
        runtime("usual/jdk-25", "25.0.3");
        assertThat(start(null, null)).isEqualTo(new Said(0, "jdk-25 models\n", ""));
    }

    @Test
    void aBundleOfMacOsIsFoundInTheUsualPlaces() throws Exception {
        runtime("usual/temurin-25.jdk/Contents/Home", "25");
        assertThat(start(null, null)).isEqualTo(new Said(0, "Home models\n", ""));
    }

    @Test
    void aRuntimeWithoutAReleaseFileIsAsked() throws Exception {
        Path asked = runtime("asked", "25");
        Files.delete(asked.resolve("release"));
        assertThat(start(asked, null)).isEqualTo(new Said(0, "asked models\n", ""));
    }

    @Test
    void whereNothingFitsOneLineSaysWhatWasFound() throws Exception {
        Path old = runtime("old", "17.0.15");
        assertThat(start(old, runtime("path", "21"))).isEqualTo(new Said(2, "",
                LOST.formatted(" JAVA_HOME (" + old + ") is 17.0.15. The java on the PATH is 21.")));
    }

    @Test
    void whereNothingIsThereOneLineSaysWhatToInstall() throws Exception {
        Path gone = folder.resolve("gone");
        assertThat(start(null, null)).isEqualTo(new Said(2, "", LOST.formatted("")));
        assertThat(start(gone, null))
                .isEqualTo(new Said(2, "", LOST.formatted(" JAVA_HOME (" + gone + ") holds no Java.")));
    }

    @Test
    void aSimulatorThatIsLeftOnMakesNoRoomForGarbage() throws Exception {
        Path chosen = runtime("chosen", "25");
        write(chosen.resolve("bin/java"), "#!/bin/sh\necho \"$@\"\n");

        assertThat(start(chosen, null, "serve").out()).startsWith("-XX:+UseG1GC -XX:GCTimeRatio=2 ").endsWith(
                " serve\n");
        assertThat(start(chosen, null, "models").out()).doesNotContain("-X").endsWith(" models\n");
        for (String other : List.of("packaging/linux/launcher", "packaging/launcher/cachewright.bat")) {
            assertThat(Files.readString(Path.of(other))).contains("-XX:GCTimeRatio=2");
        }
    }

    /// It cannot run here; what it says and looks at is held to the other.
    @Test
    void theLauncherOfWindowsLooksAtTheSamePlaces() throws IOException {
        String batch = Files.readString(LAUNCHERS.resolve("cachewright.bat"));
        assertThat(batch).containsSubsequence("if defined JAVA_HOME call :try", "%%~$PATH:j", "java-home", ".jdks",
                "none was found.!seen! Install Temurin 25 from https://adoptium.net, or point JAVA_HOME at a Java 25.",
                ":try");
    }

    private record Said(int status, String out, String err) {
    }

    private Said start(Path home, Path onPath) throws IOException, InterruptedException {
        return start(home, onPath, "models");
    }

    private Said start(Path home, Path onPath, String command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("/bin/sh", launcher.toString(), command);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("PATH", onPath == null ? tools.toString() : onPath.resolve("bin") + ":" + tools);
        if (home != null) {
            environment.put("JAVA_HOME", home.toString());
        }
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        int status = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
        return new Said(status, Files.readString(out), Files.readString(err));
    }

    private void built(Path home) throws IOException {
        Files.writeString(folder.resolve("app/lib/java-home"), home + "\n");
    }

    /// A runtime that says its name, and the command it was given.
    private Path runtime(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        write(home.resolve("bin/java"), """
                #!/bin/sh
                for last; do :; done
                case $last in
                    -version) echo 'openjdk version "%s" 2026-01-01' >&2 ;;
                    *) echo "%s $last" ;;
                esac
                """.formatted(version, home.getFileName()));
        return home;
    }

    private static void write(Path script, String text) throws IOException {
        Files.writeString(script, text);
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }
}
