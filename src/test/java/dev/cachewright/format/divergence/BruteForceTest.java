package dev.cachewright.format.divergence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Destination;
import dev.cachewright.divergence.Explanation;
import dev.cachewright.divergence.Explanation.Relation;
import dev.cachewright.format.body.RequestBody;
import dev.cachewright.format.body.RequestBodyWriter;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.provider.Simulators;
import dev.cachewright.token.JtokkitTokenizer;
import dev.cachewright.token.encoding.Encoding;
import dev.cachewright.token.encoding.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where two requests part is what a look at one token after the other says, by another tokenizer and a plain account of
/// what stands around a message.
class BruteForceTest {

    private static final int PAIRS = 1_000;
    private static final Destination GPT = Simulators.ANALYST.destination("gpt-4o");
    private static final Tokenizer OTHER = new JtokkitTokenizer(Encoding.O200K_BASE);
    private static final int START = -1;
    private static final int ROLE_END = -2;
    private static final int END = -3;
    /// Words whose tokens change with what stands beside them, at their ends and inside.
    private static final List<String> PIECES = List.of("Outfit", "ters", "’s", " the", "token", "ization", "isation",
            "\n", "\r\n", "  ", " ", "1", "23", "456", ".", "…", "é", "e\u0301", "\u00a0", "日本", "語", "🙂", "\uFE0F",
            "'",
            "ll", "RE", "{\"a\":", "}", "\\", "\"", "un", "believ", "able", "ß", "Å", "😀👍🏽", "\t", "http", "://");

    private Random random;

    /// @param ids of the blocks of each message, joined
    private record Talk(List<Said> said) {

        private Talk {
            said = List.copyOf(said);
        }
    }

    /// @param parts of blocks, none empty
    private record Said(Role role, List<String> parts) {

        private String text() {
            return String.join("", parts);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4_000})
    void theFirstTokenThatDiffersIsFound(long seed) {
        random = new Random(seed);
        int parted = 0;
        for (int i = 0; i < PAIRS; i++) {
            Talk earlier = talk();
            Talk later = random.nextInt(20) == 0 ? earlier : changed(earlier);
            Explanation found = Explainer.explain(side(earlier), side(later), Set.of(), Explained.AT);
            String name = "seed " + seed + ", pair " + i + ": " + earlier + " -> " + later;

            List<Integer> one = ids(earlier);
            List<Integer> other = ids(later);
            int common = common(one, other);
            assertThat(found.figures().common().tokens()).as(name).isEqualTo(common);
            assertThat(found.relation() == Relation.SAME).as(name).isEqualTo(one.equals(other));
            checkTokens(found, one, other, name);
            if (found.parts()) {
                checkPlace(found, earlier, later, name);
                parted++;
            }
        }
        assertThat(parted).isGreaterThan(PAIRS / 2);
    }

    private static int common(List<Integer> one, List<Integer> other) {
        int at = 0;
        while (at < Math.min(one.size(), other.size()) && one.get(at).equals(other.get(at))) {
            at++;
        }
        return at;
    }

    private static List<Integer> ids(Talk talk) {
        List<Integer> ids = new ArrayList<>();
        for (Said said : talk.said()) {
            ids.add(START);
            addText(ids, said.role().word());
            ids.add(ROLE_END);
            addText(ids, said.text());
            ids.add(END);
        }
        ids.add(START);
        addText(ids, "assistant");
        ids.add(ROLE_END);
        return ids;
    }

    private static void addText(List<Integer> ids, String text) {
        IntStream.of(OTHER.encode(text).toArray()).forEach(ids::add);
    }

    /// The tokens that are shown are those of the official tokenizer, from the first that differs on.
    private static void checkTokens(Explanation found, List<Integer> one, List<Integer> other, String name) {
        int common = found.divergence().commonTokens();
        for (int i = 0; i < found.earlier().tokens().size(); i++) {
            assertThat(plain(found.earlier().tokens().get(i).id())).as(name).isEqualTo(plain(one.get(common + i)));
        }
        for (int i = 0; i < found.later().tokens().size(); i++) {
            assertThat(plain(found.later().tokens().get(i).id())).as(name).isEqualTo(plain(other.get(common + i)));
        }
    }

    /// Whatever stands around a message is one sign.
    private static int plain(int id) {
        return id < 0 || id >= 1 << 20 ? START : id;
    }

    /// The first character that differs, in the block that has it.
    private static void checkPlace(Explanation found, Talk earlier, Talk later, String name) {
        int message = 0;
        while (earlier.said().get(message).text().equals(later.said().get(message).text())
                && earlier.said().get(message).role() == later.said().get(message).role()) {
            message++;
        }
        Said said = later.said().get(message);
        if (earlier.said().get(message).role() != said.role()) {
            return;
        }
        String before = earlier.said().get(message).text();
        int at = 0;
        while (at < Math.min(before.length(), said.text().length()) && before.charAt(at) == said.text().charAt(at)) {
            at++;
        }
        int part = 0;
        int start = 0;
        while (part < said.parts().size() - 1 && at >= start + said.parts().get(part).length()) {
            start += said.parts().get(part++).length();
        }
        String inBlock = said.text().substring(start, at);
        assertThat(found.later().body().path()).as(name).isEqualTo("/messages/" + message + "/content");
        assertThat(found.later().body().offset()).as(name).isEqualTo(at);
        assertThat(found.later().at().block()).as(name).isEqualTo("m" + message + "-" + part);
        assertThat(found.later().at().offset()).as(name).isEqualTo(inBlock.length());
        assertThat(found.later().at().line()).as(name).isEqualTo(inBlock.split("\n", -1).length);
    }

    private static Explainer.Side side(Talk talk) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < talk.said().size(); i++) {
            Said said = talk.said().get(i);
            for (int j = 0; j < said.parts().size(); j++) {
                blocks.add(Block.of("m" + i + "-" + j, said.role(), Kind.STATIC,
                        dev.cachewright.prompt.Template.escape(said.parts().get(j))).withJoined(j > 0));
            }
        }
        Prompt prompt = Prompt.of(blocks, Settings.of("gpt-4o", Api.CHAT));
        RequestBody body = RequestBodyWriter.write(GPT.requests().of(Renderer.render(prompt, Row.empty())), false);
        return new Explainer.Side(body.json(), body.blocks(), GPT);
    }

    private Talk talk() {
        List<Said> said = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            said.add(new Said(i == 0 ? Role.SYSTEM : i % 2 == 1 ? Role.USER : Role.ASSISTANT, parts()));
        }
        return new Talk(said);
    }

    private List<String> parts() {
        return IntStream.range(0, 1 + random.nextInt(3)).mapToObj(any -> text()).toList();
    }

    private String text() {
        var text = new StringBuilder();
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    /// One change, most of them at a seam: of blocks, of messages, inside a word.
    private Talk changed(Talk talk) {
        List<Said> said = new ArrayList<>(talk.said());
        int at = random.nextInt(said.size());
        Said old = said.get(at);
        switch (random.nextInt(7)) {
            case 0 -> said.set(at, edited(old));
            case 1 -> said.set(at, movedSeam(old));
            case 2 -> said.set(at, new Said(old.role() == Role.USER ? Role.ASSISTANT : Role.USER, old.parts()));
            case 3 -> said.add(new Said(Role.USER, parts()));
            case 4 -> said.add(at, new Said(Role.USER, parts()));
            case 5 -> said.set(at, new Said(old.role(), withLast(old.parts(), text())));
            default -> {
                said.set(at, new Said(old.role(), List.of(old.text().substring(0, cut(old.text())))));
                said.add(at + 1, new Said(old.role(), List.of(old.text().substring(cut(old.text())))));
            }
        }
        return new Talk(said);
    }

    /// Half of a text, without cutting a pair of surrogates; all but something of it.
    private static int cut(String text) {
        int middle = Math.max(1, text.length() / 2);
        return middle < text.length() && Character.isLowSurrogate(text.charAt(middle)) ? middle + 1 : middle;
    }

    private static List<String> withLast(List<String> parts, String more) {
        List<String> longer = new ArrayList<>(parts);
        longer.set(parts.size() - 1, parts.getLast() + more);
        return longer;
    }

    /// A piece put in, taken away or exchanged somewhere in a part, often at its ends.
    private Said edited(Said old) {
        List<String> parts = new ArrayList<>(old.parts());
        int part = random.nextInt(parts.size());
        String text = parts.get(part);
        int at = random.nextInt(3) == 0 ? 0 : random.nextInt(2) == 0 ? text.length() : random.nextInt(text.length());
        at = at < text.length() && at > 0 && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        int to = random.nextBoolean() || at == text.length() ? at : text.offsetByCodePoints(at, 1);
        parts.set(part, text.substring(0, at) + piece + text.substring(to));
        return new Said(old.role(), parts);
    }

    /// The same text in other blocks: the same tokens.
    private Said movedSeam(Said old) {
        String text = old.text();
        int cut = cut(text);
        return cut >= text.length()
                ? old
                : new Said(old.role(), List.of(text.substring(0, cut), text.substring(cut)));
    }
}
