package dev.cachewright.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Edits of the order and borders of blocks.
class ArrangementTest {

    private static Block system(String id) {
        return Block.of(id, Role.SYSTEM, Kind.STATIC, id + ".");
    }

    private static Block user(String id) {
        return Block.of(id, Role.USER, Kind.STATIC, id + "?");
    }

    private static Prompt prompt(Block... blocks) {
        return Prompt.of(List.of(blocks), Settings.of("m", Api.CHAT));
    }

    /// The ids, those of one message in brackets.
    private static String shape(Prompt prompt) {
        return Renderer.render(prompt, Row.empty()).messages().stream()
                .map(message -> message.segments().stream().map(Segment::blockId)
                        .collect(Collectors.joining(" ", "[", "]")))
                .collect(Collectors.joining());
    }

    private static List<String> texts(Prompt prompt) {
        return prompt.blocks().stream().map(Block::text).toList();
    }

    @Test
    void aBlockIsPutWhereItIsWanted() {
        Prompt prompt = prompt(system("a"), user("b"));

        assertThat(shape(BlockEdits.insert(prompt, 1, user("c")))).isEqualTo("[a][c][b]");
        assertThat(shape(BlockEdits.insert(prompt, 0, user("c")))).isEqualTo("[c][a][b]");
    }

    @Test
    void aPlaceBeyondTheEndsIsTheEnd() {
        Prompt prompt = prompt(system("a"));

        assertThat(shape(BlockEdits.insert(prompt, 9, user("c")))).isEqualTo("[a][c]");
        assertThat(shape(BlockEdits.insert(prompt, -9, user("c")))).isEqualTo("[c][a]");
        assertThat(shape(BlockEdits.move(prompt(system("a"), user("b")), "a", 9))).isEqualTo("[b][a]");
    }

    @Test
    void whatIsNotThereChangesNothing() {
        Prompt prompt = prompt(system("a"), user("b"));

        assertThat(List.of(BlockEdits.delete(prompt, "x"), BlockEdits.duplicate(prompt, "x"),
                BlockEdits.split(prompt, "x", 1), BlockEdits.merge(prompt, "x"), BlockEdits.move(prompt, "x", 0)))
                .allMatch(same -> same == prompt);
    }

    @Test
    void aMoveToItsOwnPlaceChangesNothing() {
        Prompt prompt = prompt(system("a"), user("b"));

        assertThat(BlockEdits.move(prompt, "b", 1)).isSameAs(prompt);
        assertThat(BlockEdits.move(prompt, "b", 7)).isSameAs(prompt);
    }

    @Test
    void toolsAreNeverCut() {
        Prompt prompt = prompt(Block.of("t", Role.TOOLS, Kind.STATIC, "[1, 2]"));

        assertThat(BlockEdits.split(prompt, "t", 3)).isSameAs(prompt);
    }

    @Test
    void onlyNeighboursOfOneRoleAreMerged() {
        Prompt prompt = prompt(system("a"), system("b"), user("c"),
                Block.of("t", Role.TOOLS, Kind.STATIC, "[]"), Block.of("u", Role.TOOLS, Kind.STATIC, "[]"));

        assertThat(prompt.blocks().stream().map(Block::id).filter(id -> BlockEdits.canMerge(prompt, id)))
                .containsExactly("a");
    }

    @Test
    void itemsAreNeverMerged() {
        assertThat(BlockEdits.canMerge(prompt(user("a").withForm(Form.ITEM), user("b")), "a")).isFalse();
        assertThat(BlockEdits.canMerge(prompt(user("a"), user("b").withForm(Form.ITEM)), "a")).isFalse();
        assertThat(BlockEdits.canMerge(prompt(user("a").withForm(Form.PART), user("b")), "a")).isTrue();
    }

    @Test
    void whatIsMergedIsDynamicWhereAPartWas() {
        Prompt merged = BlockEdits.merge(prompt(user("a"), user("b").withKind(Kind.DYNAMIC)), "a");

        assertThat(merged.blocks()).containsExactly(user("a").withText("a?b?").withKind(Kind.DYNAMIC));
    }

    @Test
    void theLowerPartOfACutKeepsRoleAndKind() {
        Prompt cut = BlockEdits.split(prompt(user("a").withKind(Kind.DYNAMIC).withName("Ask")), "a", 1);

        assertThat(cut.blocks()).containsExactly(user("a").withText("a").withKind(Kind.DYNAMIC).withName("Ask"),
                Block.of("a-2", Role.USER, Kind.DYNAMIC, "?").withJoined(true));
    }

    @Test
    void aCutBeyondTheTextIsAtItsEnd() {
        assertThat(texts(BlockEdits.split(prompt(user("a")), "a", 99))).containsExactly("a?", "");
        assertThat(texts(BlockEdits.split(prompt(user("a")), "a", -1))).containsExactly("", "a?");
    }

    @Test
    void aBlockThatIsMovedAboveInstructionsMakesOneMessageWithThem() {
        assertThat(shape(BlockEdits.move(prompt(system("a"), system("b").withJoined(true), user("c")), "b", 0)))
                .isEqualTo("[b a][c]");
    }

    @Test
    void instructionsThatMoveBehindTheQuestionAreAMessageOfTheirOwn() {
        assertThat(shape(BlockEdits.move(prompt(system("a"), system("b").withJoined(true), user("c")), "b", 2)))
                .isEqualTo("[a][c][b]");
    }

    @Test
    void questionsThatAreMovedDoNotRunTogether() {
        assertThat(shape(BlockEdits.move(prompt(user("a"), system("b"), user("c")), "b", 0))).isEqualTo("[b][a][c]");
        assertThat(shape(BlockEdits.move(prompt(system("b"), user("a"), user("c")), "c", 1))).isEqualTo("[b][c][a]");
    }

    @Test
    void aQuestionThatIsPutIntoAMessageGoesOnInIt() {
        assertThat(shape(BlockEdits.move(prompt(user("a"), user("b").withJoined(true), user("c")), "c", 1)))
                .isEqualTo("[a c b]");
    }

    @Test
    void theRestOfAMessageStandsAloneWhereItsBeginningIsDeleted() {
        assertThat(shape(BlockEdits.delete(prompt(user("x"), user("a"), user("b").withJoined(true)), "a")))
                .isEqualTo("[x][b]");
    }

    @Test
    void aCopyStandsBelowAndHasNoBreakpoint() {
        Prompt prompt = prompt(system("a").withBreakpoint("1h"), user("b"));

        assertThat(BlockEdits.duplicate(prompt, "a").blocks()).containsExactly(system("a").withBreakpoint("1h"),
                system("a").withId("a-2"), user("b"));
    }

    /// Whatever is done to borders and order, no word is lost, doubled or torn.
    @Test
    void cutsMergesAndMovesKeepEveryWord() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Prompt prompt = randomPrompt(random);
            String words = sorted(prompt);
            for (int step = 0; step < 12; step++) {
                String id = prompt.blocks().get(random.nextInt(prompt.blocks().size())).id();
                prompt = switch (random.nextInt(3)) {
                    case 0 -> BlockEdits.split(prompt, id, random.nextInt(8) * 2);
                    case 1 -> BlockEdits.merge(prompt, id);
                    default -> BlockEdits.move(prompt, id, random.nextInt(prompt.blocks().size()));
                };
                assertThat(sorted(prompt)).isEqualTo(words);
                assertThat(rendered(prompt)).isEqualTo(String.join("", texts(prompt)));
            }
        }
    }

    /// A cut and its merge are no edit of what is sent.
    @Test
    void aCutAndItsMergeGiveTheSamePrompt() {
        var random = new Random(8);
        for (int round = 0; round < 300; round++) {
            Prompt prompt = randomPrompt(random);
            Block block = prompt.blocks().get(random.nextInt(prompt.blocks().size()));

            Prompt cut = BlockEdits.split(prompt, block.id(), random.nextInt(block.content().length() + 1));

            assertThat(BlockEdits.merge(cut, block.id())).isEqualTo(prompt);
            assertThat(Renderer.render(cut, Row.empty()).messages()).extracting(Message::text)
                    .isEqualTo(Renderer.render(prompt, Row.empty()).messages().stream().map(Message::text).toList());
        }
    }

    private static Prompt randomPrompt(Random random) {
        var blocks = new ArrayList<Block>();
        int size = 1 + random.nextInt(5);
        for (int i = 0; i < size; i++) {
            Role role = random.nextBoolean() ? Role.SYSTEM : Role.USER;
            String text = "w" + i + ",w" + i + ",";
            blocks.add(Block.of("b" + i, role, Kind.STATIC, text)
                    .withJoined(i > 0 && random.nextBoolean() && blocks.getLast().role() == role)
                    .withBreakpoint(random.nextInt(4) == 0));
        }
        return Prompt.of(blocks, Settings.of("m", Api.CHAT));
    }

    private static String rendered(Prompt prompt) {
        return Renderer.render(prompt, Row.empty()).messages().stream().map(Message::text)
                .collect(Collectors.joining());
    }

    private static String sorted(Prompt prompt) {
        return rendered(prompt).chars().sorted().mapToObj(c -> String.valueOf((char) c)).collect(Collectors.joining());
    }
}
