package dev.cachewright.format.divergence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.divergence.Normalising;
import dev.cachewright.divergence.Panes;
import dev.cachewright.divergence.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaneMakerTest {

    private static final String BODY = """
            {"model": "gpt-5.4", "tools": [{"type": "function", "name": "find"}], "input": [
             {"role": "system", "content": "Be kind to all who ask."},
             {"role": "user", "content": [{"type": "input_text", "text": "One"}, {"type": "input_text", "text": "Two"}]},
             {"type": "function_call", "call_id": "c1", "name": "find", "arguments": "{}"},
             {"type": "function_call_output", "call_id": "c1", "output": "Found"}]}""";

    private static Panes panes(String earlier, String later, Normalising... ignored) {
        return PaneMaker.of(earlier, later, Explained.between(earlier, later, ignored));
    }

    private static List<String> changed(List<Panes.Text> pane) {
        return pane.stream().flatMap(text -> text.changed().stream().map(span -> text.text().substring(span.start(),
                span.end()))).toList();
    }

    @Test
    void partsStandInTheOrderOfTheServer() {
        assertThat(panes(BODY, BODY).later()).extracting(Panes.Text::part).containsExactly(Part.tool("find"),
                new Part(Part.Kind.MESSAGE, "system", 1, ""), new Part(Part.Kind.MESSAGE, "user", 2, ""),
                new Part(Part.Kind.MESSAGE, "user", 2, ""), new Part(Part.Kind.MESSAGE, "", 3, "function_call"),
                new Part(Part.Kind.MESSAGE, "", 4, "function_call_output"));
        assertThat(panes(BODY, BODY).later()).allMatch(text -> text.shared() == text.text().length());
    }

    @Test
    void wordsThatDifferAreMarkedOnBothSidesAndSoIsWhatFollows() {
        Panes panes = panes(BODY, BODY.replace("kind", "fair").replace("Two", "Three"));

        assertThat(changed(panes.earlier())).containsExactly("kind", "Two");
        assertThat(changed(panes.later())).containsExactly("fair", "Three");
        assertThat(panes.later().get(1).shared()).isEqualTo(3);
        assertThat(panes.later().get(2).shared()).isZero();
    }

    @Test
    void aPartThatIsGoneIsMarkedWholeAndTheOthersAreNot() {
        Panes panes = panes(BODY, BODY.replace("{\"type\": \"input_text\", \"text\": \"One\"}, ", ""));

        assertThat(changed(panes.earlier())).containsExactly("One");
        assertThat(changed(panes.later())).isEmpty();
    }

    @Test
    void settingsThatDifferStandFirst() {
        Panes panes = panes(BODY, BODY.replace("gpt-5.4", "gpt-4o"));

        assertThat(panes.earlier().getFirst().text()).isEqualTo("gpt-5.4");
        assertThat(panes.later().getFirst()).isEqualTo(new Panes.Text(Part.setting("model"), "gpt-4o", 0,
                List.of(new Panes.Span(0, 6))));
    }

    @Test
    void aToolWithOtherKeysIsTheSameWhereTheirOrderIsIgnored() {
        String turned = BODY.replace("\"type\": \"function\", \"name\": \"find\"", "\"name\": \"find\", \"type\": "
                + "\"function\"").replace("Found", "Lost");

        assertThat(changed(panes(BODY, turned, Normalising.KEY_ORDER).later())).containsExactly("Lost");
        assertThat(changed(panes(BODY, turned).later())).hasSizeGreaterThan(1);
    }

    @Test
    void whatIsIgnoredIsNotMarked() {
        Panes panes = panes(BODY, BODY.replace("all who", "all  \\nwho").replace("Found", "Lost"),
                Normalising.WHITE_SPACE);
        Panes blanks = panes(BODY.replace("all who", "all\\nwho"),
                BODY.replace("all who", "all  \\nwho").replace("Found",
                        "Lost"),
                Normalising.WHITE_SPACE);

        assertThat(changed(panes.later())).contains("Lost");
        assertThat(changed(blanks.later())).containsExactly("Lost");
    }
}
