package dev.cachewright.advice.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.cachewright.advice.Subject;
import dev.cachewright.analysis.AnalysisInput;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Attributes;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.prompt.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final String POLICY = "Answer from the policy. Be brief and kind.\n".repeat(200);
    private static final Block CLOCK = system("clock", false, "Current time: {{time}}\n");
    private static final Block RULES = system("rules", true, POLICY);
    private static final Block EXAMPLES = system("examples", true, "Examples follow.\n".repeat(50));
    private static final Block QUESTION = Block.of("question", Role.USER, Kind.DYNAMIC, "{{q}}");

    private static Block system(String id, boolean isJoined, String text) {
        return new Block(id, Role.SYSTEM, Kind.STATIC, isJoined, Text.of(text), Attributes.none());
    }

    private static Values rows(int count) {
        return new Values("v.csv", List.of("time", "q"), IntStream.range(0, count)
                .mapToObj(i -> new Row(Map.of("time", "09:4" + i, "q", "Where is parcel " + i + "?"))).toList());
    }

    private static Subject subject(String model, Api api, Values values, Block... blocks) {
        Prompt prompt = Prompt.of(List.of(blocks), Settings.of(model, api));
        return Subject.of(RealCalls.ANALYST, AnalysisInput.of(prompt, values, NOW));
    }

    private static List<String> order(Layout layout) {
        return layout.prompt().blocks().stream().map(Block::id).toList();
    }

    @Test
    void theClockGoesBelowWhatStaysTheSame() {
        Subject subject = subject("gpt-4o", Api.CHAT, rows(4), CLOCK, RULES, EXAMPLES, QUESTION);

        Layout layout = Arranger.best(subject).orElseThrow();

        assertThat(order(layout)).containsExactly("rules", "examples", "clock", "question");
        assertThat(layout.moves()).containsExactly(new Move("clock", 0, 2));
        assertThat(layout.isProven()).isTrue();
        assertThat(layout.before()).isEqualTo(subject.now());
        assertThat(layout.after()).isEqualTo(subject.of(layout.prompt()).orElseThrow());
        assertThat(layout.after().isBetterThan(layout.before())).isTrue();
    }

    @Test
    void claudeGetsABreakpointAtTheEndOfWhatStaysTheSame() {
        Subject subject = subject("claude-sonnet-4-5", Api.MESSAGES, rows(4), CLOCK, RULES, EXAMPLES, QUESTION);

        Layout layout = Arranger.best(subject).orElseThrow();

        assertThat(order(layout)).containsExactly("rules", "examples", "clock", "question");
        assertThat(layout.set()).containsExactly("examples");
        assertThat(layout.removed()).isEmpty();
        assertThat(layout.after()).isEqualTo(subject.of(layout.prompt()).orElseThrow());
    }

    @Test
    void aBreakpointThatIsNeverReadIsTakenAway() {
        Subject subject = subject("claude-sonnet-4-5", Api.MESSAGES, rows(4), RULES.withJoined(false),
                CLOCK.withJoined(true).withBreakpoint(true), QUESTION);

        Layout layout = Arranger.best(subject).orElseThrow();

        assertThat(layout.moves()).isEmpty();
        assertThat(layout.set()).containsExactly("rules");
        assertThat(layout.removed()).containsExactly("clock");
    }

    @Test
    void thePromptStaysWhereNothingIsGained() {
        Subject tooShort = subject("gpt-4o", Api.CHAT, rows(4), CLOCK, EXAMPLES, QUESTION);
        Subject best = subject("gpt-4o", Api.CHAT, rows(4), RULES.withJoined(false), CLOCK.withJoined(true), QUESTION);

        for (Subject subject : List.of(tooShort, best)) {
            Layout layout = Arranger.best(subject).orElseThrow();

            assertThat(layout.prompt()).isEqualTo(subject.prompt());
            assertThat(layout.isAsBefore()).isTrue();
            assertThat(layout.isProven()).isTrue();
        }
    }

    @Test
    void aPinnedBlockStays() {
        Subject subject = subject("gpt-4o", Api.CHAT, rows(4), CLOCK.withAttribute("pin", "true"), RULES, EXAMPLES,
                QUESTION);

        assertThat(Arranger.best(subject).orElseThrow().prompt()).isEqualTo(subject.prompt());
    }

    @Test
    void aBlockThatIsPinnedNoMoreMoves() {
        Subject subject = subject("gpt-4o", Api.CHAT, rows(4), CLOCK.withAttribute("pin", "false"), RULES, QUESTION);

        assertThat(order(Arranger.best(subject).orElseThrow())).containsExactly("rules", "clock", "question");
    }

    @Test
    void partsOfAQuestionMoveButNotTheQuestion() {
        Block user = new Block("user", Role.USER, Kind.STATIC, false, Text.of("It is {{time}}.\n"), Attributes.none());
        Block papers = new Block("papers", Role.USER, Kind.STATIC, true, Text.of(POLICY), Attributes.none());
        Block asked = new Block("asked", Role.USER, Kind.STATIC, true, Text.of("Sum up.\n"), Attributes.none());

        Layout layout = Arranger.best(subject("gpt-4o", Api.CHAT, rows(4), user, papers, asked)).orElseThrow();

        assertThat(order(layout)).containsExactly("papers", "user", "asked");
        assertThat(layout.prompt().blocks()).extracting(Block::joined).containsExactly(false, true, true);
    }

    @Test
    void messagesOfTheirOwnStayMessagesOfTheirOwn() {
        Layout layout = Arranger
                .best(subject("gpt-4o", Api.CHAT, rows(4), CLOCK, RULES.withJoined(false), QUESTION)).orElseThrow();

        assertThat(order(layout)).containsExactly("rules", "clock", "question");
        assertThat(layout.prompt().blocks()).extracting(Block::joined).containsOnly(false);
    }

    @Test
    void turnsOfAConversationStay() {
        Block before = Block.of("before", Role.USER, Kind.STATIC, "It is {{time}}.");
        Block answer = Block.of("answer", Role.ASSISTANT, Kind.STATIC, POLICY);

        Subject subject = subject("gpt-4o", Api.CHAT, rows(4), before, answer, QUESTION);

        assertThat(Arranger.best(subject).orElseThrow().prompt()).isEqualTo(subject.prompt());
    }

    /// Where one text goes on in the token that ends another, the forecast is that of the tokens as they really are.
    @Test
    void textsWithoutALineBreakBetweenThemAreCountedAnew() {
        Subject subject = subject("gpt-4o", Api.CHAT, rows(4), system("clock", false, "At {{time}} sharp, un"),
                system("rules", true, POLICY.strip()), QUESTION);

        Layout layout = Arranger.best(subject).orElseThrow();

        assertThat(order(layout)).containsExactly("rules", "clock", "question");
        assertThat(layout.after()).isEqualTo(subject.of(layout.prompt()).orElseThrow());
        assertThat(layout.isProven()).isFalse();
    }

    @Test
    void oneRequestWithAClockIsArrangedToo() {
        Subject subject = subject("gpt-4o", Api.CHAT, Values.none(),
                system("clock", false, "Current time: 2026-11-28T07:55:12Z\n"), RULES, QUESTION);

        Layout layout = Arranger.best(subject).orElseThrow();

        assertThat(order(layout)).containsExactly("rules", "clock", "question");
        assertThat(layout.after()).isEqualTo(subject.of(layout.prompt()).orElseThrow());
    }

    @Test
    void thereIsNoLayoutWithoutCacheRules() {
        assertThat(Arranger.best(subject("unheard-of", Api.CHAT, rows(4), CLOCK, RULES, QUESTION))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"gpt-4o, CHAT", "gpt-5.6-terra, RESPONSES", "claude-sonnet-4-5, MESSAGES"})
    void aSearchThatWouldTakeTooLongEndsAndSaysSo(String model, Api api) {
        var random = new RandomPrompts(5);
        var blocks = new ArrayList<Block>();
        IntStream.range(0, 39).forEach(i -> blocks.add(random.block("s" + i, Role.SYSTEM, i > 0)));
        blocks.add(QUESTION);
        Prompt prompt = Prompt.of(blocks, Settings.of(model, api));
        RealCalls calls = RealCalls.of(model, "", random.values(100), AnalysisInput.USUAL);

        Layout layout = assertTimeoutPreemptively(Duration.ofSeconds(30),
                () -> new Arranger(calls::of, Arranger.LIMIT, true).arrange(prompt).orElseThrow());

        assertThat(layout.isProven()).isFalse();
        assertThat(layout.after().isBetterThan(layout.before())).isTrue();
    }
}
