package dev.cachewright.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cachewright.format.file.PromptFile;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Request;
import dev.cachewright.prompt.Row;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScriptsTest {

    private static final List<String> PIECES = List.of("Latin letters ", "кириллица ", "汉字 ", "\n", "𠀀𠀁 ", "😀 ",
            "é ",
            "123 ");

    private static Request request(String first, String second) {
        Prompt prompt = PromptFile.read("""
                {{role "system"}}
                You help. {{first}} Always.
                {{role "user"}}
                {{second}}
                """).messages();
        return Renderer.render(prompt, new Row(Map.of("first", first, "second", second)));
    }

    @Test
    void latinIsNoOtherScript() {
        assertThat(new Scripts().shareOfOthers(request("plain", "text"))).isLessThan(0.2);
        assertThat(new Scripts().shareOfOthers(request("汉字汉字汉字汉字汉字", "汉字汉字汉字"))).isGreaterThan(0.6);
    }

    @Test
    void aRequestAfterOthersIsLookedAtAsIfItWereAlone() {
        var random = new Random(7);
        var following = new Scripts();
        for (int i = 0; i < 500; i++) {
            Request next = request(text(random), text(random));
            assertThat(following.shareOfOthers(next)).isCloseTo(new Scripts().shareOfOthers(next), within(1e-12));
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
