package dev.cachewright.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetsTest {

    @TempDir
    private Path folder;

    @Test
    void foldersGiveTheirPromptsAndNothingElse() throws IOException {
        for (String name : List.of("b.prompt", "a.prompt", "deep/er/c.prompt", "body.json", ".hidden.prompt",
                ".git/x.prompt", "node_modules/m/x.prompt", "_partial.prompt")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "Hello");
        }

        assertThat(Targets.of(List.of(folder.resolve("body.json"), folder, folder.resolve("a.prompt"))))
                .containsExactlyElementsOf(Stream.of("body.json", "a.prompt", "b.prompt", "deep/er/c.prompt")
                        .map(folder::resolve).toList());
    }

    @Test
    void whatIsNamedIsCheckedWhateverItIs() {
        assertThat(Targets.of(List.of(Path.of(".hidden/x.prompt")))).containsExactly(Path.of(".hidden/x.prompt"));
    }
}
