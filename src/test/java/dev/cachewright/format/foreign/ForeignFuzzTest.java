package dev.cachewright.format.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Damaged files are read or refused, and nothing else happens.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ForeignFuzzTest {

    private static final String SIGNS = "{}[]\"'\\\\:,-#%|>&*<!@$^=~/ \n\t\r0a\uFDE0\u0000";
    private static final int ROUNDS = 200;

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("src/test/resources/foreign/read"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aDamagedFileIsReadOrRefused(Path file) throws IOException {
        String text = Files.readString(file);
        var random = new Random(file.getFileName().toString().hashCode());
        for (int i = 0; i < ROUNDS; i++) {
            String damaged = damaged(text, random);
            Recognized found;
            try {
                found = Recognizer.recognize(file.getFileName().toString(), damaged, _ -> "- role: user");
                assertThat(found.notes()).as(damaged).allSatisfy(note -> assertThat(note).endsWith("."));
            } catch (InputException e) {
                assertThat(e.getMessage()).as(damaged).isNotBlank().doesNotContain("Exception", "java.");
                continue;
            }
            if (found instanceof Recognized.Foreign foreign) {
                assertThatCode(() -> Renderer.render(foreign.prompt(), Row.empty())).as(damaged)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static String damaged(String text, Random random) {
        var damaged = new StringBuilder(text);
        for (int i = 0; i <= random.nextInt(3); i++) {
            int at = random.nextInt(damaged.length() + 1);
            int end = Math.min(damaged.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> damaged.delete(at, end);
                case 1 -> damaged.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
                case 2 -> damaged.insert(at, damaged.substring(at, end));
                case 3 -> damaged.setLength(at);
                default ->
                    damaged.replace(at, end, List.of("null", "1", "[]", "{}", "\"\"", "true").get(random.nextInt(6)));
            }
        }
        return damaged.toString();
    }
}
