package dev.cachewright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.analysis.Analysis;
import dev.cachewright.analysis.Outlook;
import dev.cachewright.analysis.Reach;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Block;
import dev.cachewright.prompt.Kind;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Role;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Settings;
import dev.cachewright.prompt.Values;
import dev.cachewright.ui.editor.EditorProbe;
import dev.cachewright.ui.forecast.ForecastStripViewModel;
import dev.cachewright.ui.request.RequestViewModel;
import dev.cachewright.ui.shell.FooterViewModel;
import dev.cachewright.words.Numbers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No two views say different things of one state: every state of a matrix is shown in all of them, and their words and
/// figures are compared.
class SameFiguresTest {

    private static final List<String> MODELS = List.of("gpt-4o", "gpt-5.4", "gpt-5.6-sol", "claude-sonnet-5-5",
            "deepseek-chat", "my-own-model");
    private static final String RULE = "Items may be returned within 30 days of delivery, unworn and with tags.\n";

    /// A state of the window.
    record State(String model, Api api, int rows, int rules, String order, boolean hasBreakpoint, boolean isDeclared) {

        Prompt prompt() {
            Block policy = Block.of("policy", Role.SYSTEM, Kind.STATIC, RULE.repeat(rules));
            Block marked = hasBreakpoint ? policy.withBreakpoint(true) : policy;
            Block clock = isDeclared ? Block.of("clock", Role.SYSTEM, Kind.DYNAMIC, "It is Monday.")
                    : Block.of("clock", Role.SYSTEM, Kind.DYNAMIC, "It is {{day}}.");
            Block question = Block.of("question", Role.USER, Kind.DYNAMIC, "{{question}}");
            List<Block> blocks = switch (order) {
                case "clock-first" -> List.of(clock, marked, question);
                case "clock-last" -> List.of(marked, clock, question);
                default -> List.of(marked, Block.of("question", Role.USER, Kind.STATIC, "Where is my parcel?"));
            };
            return Prompt.of(blocks, Settings.of(model, api));
        }

        Values values() {
            var all = new ArrayList<Row>();
            for (int i = 0; i < rows; i++) {
                all.add(new Row(Map.of("day", i % 2 == 0 ? "Monday" : "Friday", "question", "Where is order " + i)));
            }
            return rows == 0 ? Values.none() : new Values("rows.csv", List.of("day", "question"), all);
        }
    }

    static Stream<State> states() {
        var states = new ArrayList<State>();
        for (String model : MODELS) {
            for (int rows : new int[]{0, 1, 5}) {
                for (int policy : new int[]{4, 22, 26, 60, 140}) {
                    for (String order : List.of("clock-first", "clock-last", "plain")) {
                        Api api = model.startsWith("claude") ? Api.MESSAGES : Api.CHAT;
                        states.add(new State(model, api, rows, policy, order, false, false));
                        states.add(new State(model, api, rows, policy, order, true, false));
                        states.add(new State(model, api, rows, policy, order, false, true));
                    }
                }
            }
        }
        return states.stream();
    }

    @ParameterizedTest
    @MethodSource("states")
    void allViewsAgree(State state) {
        var fixture = new WorkspaceFixture().open("one.prompt", state.prompt(), state.values());
        var workspace = fixture.workspace();
        var footer = new FooterViewModel(workspace.prompt(), workspace.analysis(), workspace.preferences(),
                new SimpleStringProperty("127.0.0.1:1"));
        var strip = new ForecastStripViewModel(workspace.analysis(),
                InstantSource.fixed(WorkspaceFixture.NOW));
        var request = new RequestViewModel(workspace.analysis(), workspace.runs(), fixture.background());
        var editor = new EditorProbe(workspace.prompt(), workspace.analysis());
        Analysis analysis = workspace.analysis().getAnalysis().orElseThrow();

        theTotalIsTheSumOfTheBlocksAndTheReply(analysis, footer, editor);
        thePrefixEndsAtOneToken(analysis, footer, editor);
        whatIsSaidToBeCachedIsSo(analysis, footer, request, editor);
        aHitRateHasACause(analysis, strip, footer);
    }

    private static void theTotalIsTheSumOfTheBlocksAndTheReply(Analysis analysis, FooterViewModel footer,
            EditorProbe editor) {
        int blocks = editor.tokens().stream().mapToInt(SameFiguresTest::number).sum();
        int reply = editor.reply().isEmpty() ? 0 : number(editor.reply().split(" ")[1]);
        String total = Numbers.count(analysis.total().tokens());

        assertThat(blocks + reply).isEqualTo(analysis.total().tokens());
        assertThat(footer.getTokens()).contains(total);
        assertThat(editor.railLabels().getLast()).contains(total);
        if (reply > 0) {
            assertThat(editor.reply()).endsWith(total);
        }
    }

    private static void thePrefixEndsAtOneToken(Analysis analysis, FooterViewModel footer, EditorProbe editor) {
        String prefix = Numbers.count(analysis.prefixTokens().tokens());
        boolean isAtBreakpoint = analysis.outlook().filter(outlook -> outlook.rules().hasBreakpoints()
                && outlook.reuse().end() > 0).isPresent();
        if (!isAtBreakpoint) {
            assertThat(editor.line()).contains(prefix);
            if (analysis.outlook().isPresent() && footer.getThreshold().contains("prefix ")
                    && footer.getThreshold().matches(".*\\d.*")) {
                assertThat(footer.getThreshold()).contains(prefix);
            }
        }
    }

    private static void whatIsSaidToBeCachedIsSo(Analysis analysis, FooterViewModel footer, RequestViewModel request,
            EditorProbe editor) {
        boolean isCached = analysis.reach().stretches().stream().map(Reach.Stretch::state)
                .anyMatch(each -> each == Reach.State.CACHED || each == Reach.State.ASSUMED);
        boolean isKnown = analysis.outlook().isPresent();

        assertThat(footer.isReached()).isEqualTo(isKnown && isCached);
        assertThat(request.isTinted()).isEqualTo(isKnown && isCached);
        assertThat(editor.pills().stream().anyMatch(pill -> pill.contains("cacheable") || pill.contains("assumed")))
                .isEqualTo(isKnown && isCached);
        if (isKnown) {
            assertThat(footer.getThreshold().startsWith("✓")).isEqualTo(isCached);
            String why = request.getTint();
            assertThat(why.contains("breakpoint")).isEqualTo(footer.getThreshold().contains("✗ no breakpoint")
                    || footer.getThreshold().contains("refuses"));
        }
        if (isKnown && isCached) {
            String cacheable = Numbers.count(analysis.outlook().map(Outlook::cacheable).orElseThrow());
            assertThat(request.getTint()).contains(cacheable);
        }
        boolean isAssumed = editor.pills().stream().anyMatch(pill -> pill.contains("assumed"));
        assertThat(footer.getThreshold().contains("assumed")).isEqualTo(isAssumed && isKnown);
        assertThat(editor.line().startsWith("assumed")).isEqualTo(analysis.isAssumed());
    }

    private static void aHitRateHasACause(Analysis analysis, ForecastStripViewModel strip, FooterViewModel footer) {
        if (analysis.outlook().isEmpty()) {
            return;
        }
        Outlook outlook = analysis.outlook().get();
        boolean isHit = outlook.series().calls().size() > 1 && outlook.series().cached() > 0;
        if (isHit && !footer.isReached() && analysis.isExact()) {
            assertThat(strip.getHitRate().getSuffix()).contains("dynamic text repeats");
        }
        if (strip.getStep().getSuffix().contains("every token counts")) {
            assertThat(footer.getNextStep()).isEmpty();
        }
    }

    private static int number(String words) {
        return Integer.parseInt(words.replaceAll("[^0-9]", ""));
    }

    @Test
    void theMatrixHasAllStandings() {
        assertThat(states().map(state -> new WorkspaceFixture().open("one.prompt", state.prompt(), state.values())
                .workspace().analysis().getAnalysis().orElseThrow().standing()).distinct())
                .contains(Reach.State.CACHED, Reach.State.ASSUMED, Reach.State.TOO_SHORT,
                        Reach.State.PERHAPS_TOO_SHORT, Reach.State.NO_BREAKPOINT, Reach.State.STATIC);
    }
}
