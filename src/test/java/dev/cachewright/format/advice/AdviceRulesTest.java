package dev.cachewright.format.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.advice.Advice;
import dev.cachewright.advice.Expectation;
import dev.cachewright.advice.Rule;
import dev.cachewright.advice.Severity;
import dev.cachewright.advice.Subject;
import dev.cachewright.analysis.SeriesForecast;
import dev.cachewright.format.advice.FaultyCases.Faulty;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.prompt.Renderer;
import dev.cachewright.prompt.text.InputException;
import dev.cachewright.words.AdviceWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each rule on prompts with its fault: it is found, and its fix brings what is promised and loses nothing.
class AdviceRulesTest {

    /// Edits that move text or change what is around it.
    private static final Set<String> KEEPING = Set.of("move-block-below", "move-to-end", "move-to-question",
            "move-block-below-marked", "move-to-end-marked", "move-to-question-marked",
            "set-breakpoint", "move-breakpoint", "remove-breakpoint", "cache-automatically", "cache-nothing", "use-api",
            "set-ttl", "remove-ttl", "set-key", "set-retention", "include", "declare-static", "sort-tools");

    static List<Faulty> faulty() {
        return FaultyCases.all();
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void aFaultIsFoundAndSaid(Faulty faulty) {
        AdviceCase made = faulty.made().get();
        List<Advice> given = made.advice();

        assertThat(given).extracting(Advice::rule).contains(faulty.rule());
        Advice found = made.advice(faulty.rule()).orElseThrow();
        assertThat(AdviceWords.title(found)).isNotBlank();
        assertThat(AdviceWords.why(found)).endsWith(".");
        assertThat(AdviceWords.place(found, made.prompt())).isNotBlank();
    }

    @Test
    void everyRuleHasAFaultThatItFinds() {
        assertThat(faulty().stream().map(Faulty::rule).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(Rule.class));
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void aFixBringsWhatIsPromised(Faulty faulty) {
        AdviceCase made = faulty.made().get();
        for (Advice advice : made.advice()) {
            if (advice.fix().isEmpty()) {
                continue;
            }
            Prompt fixed = advice.fix().get().apply(made.prompt());
            Subject after = Subject.of(AdviceCase.analyst(), made.input().of(fixed));
            boolean isTold = made.subject().hasRows() && advice.rule() == Rule.L01
                    && made.subject().analysis().variables().used().stream().noneMatch("now"::equals);
            if (!isTold) {
                assertThat(after.now()).as(advice.toString()).isEqualTo(advice.gain().after());
            }
            if (made.subject().hasRows() && !isTold) {
                SeriesForecast shown = after.analysis().outlook().orElseThrow().series();
                Expectation promised = advice.gain().after();
                assertThat(shown.cached()).isEqualTo(promised.cached());
                assertThat(shown.cost()).isEqualTo(promised.cost());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void aMoveLosesNoCharacter(Faulty faulty) {
        AdviceCase made = faulty.made().get();
        for (Advice advice : made.advice()) {
            if (advice.fix().filter(fix -> KEEPING.contains(fix.word())).isPresent()) {
                Prompt fixed = advice.fix().get().apply(made.prompt());
                assertThat(characters(made, fixed)).as(advice.toString()).isEqualTo(characters(made, made.prompt()));
            }
        }
    }

    private static String characters(AdviceCase made, Prompt prompt) {
        try {
            char[] all = Renderer.render(prompt, made.values().row(0)).messages().stream()
                    .map(message -> message.text()).collect(Collectors.joining()).replaceAll("\\s", "").toCharArray();
            Arrays.sort(all);
            return new String(all);
        } catch (InputException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-5.6", "claude-sonnet-4-6"})
    void whereACacheNeedsABreakpointTheMoveSetsOneAndNothingElseIsAdvised(String model) {
        List<Advice> given = FaultyCases.timed(model).advice();

        assertThat(given.getFirst().rule()).isEqualTo(Rule.L01);
        assertThat(given.getFirst().fix().orElseThrow().word()).endsWith("-marked");
        assertThat(given.getFirst().gain().after().hitRate()).isGreaterThan(0.5);
        assertThat(given).extracting(Advice::rule).doesNotContain(Rule.L24);
    }

    @Test
    void aBreakpointThatIsReadOnceTheClockIsMovedIsTheOtherOfTwoWays() {
        AdviceCase made = AdviceCase.file("---\nmodel: claude-sonnet-4-6\n---\n{{role \"system\"}}\n"
                + "{{! @block id=clock kind=dynamic }}\nNow: {{time}}\n"
                + "{{! @block id=policy kind=static break=true }}\n" + AdviceCase.POLICY
                + "{{role \"user\"}}\n{{question}}\n").rows(rowsOf("time"));
        Advice first = made.advice().getFirst();
        Advice other = made.advice(Rule.L09).orElseThrow();

        assertThat(first.rule()).isEqualTo(Rule.L01);
        assertThat(first.better()).isEmpty();
        assertThat(other.better().map(Advice::rule)).contains(Rule.L01);
        assertThat(other.severity()).isEqualTo(Severity.INFO);
        assertThat(AdviceWords.title(other)).isEqualTo("Or remove the breakpoint");
        assertThat(AdviceWords.why(other)).endsWith(
                "To move “{{time}}” makes calls read it and saves more: one of the two changes is enough.");
        assertThat(AdviceCase.advisor().ignoring(Set.of("L01")).advise(made.subject())).first()
                .satisfies(alone -> assertThat(AdviceWords.title(alone)).isEqualTo("Remove the breakpoint"));
    }

    private static String titleOfMoving(String line, List<Map<String, Object>> rows) {
        AdviceCase made = AdviceCase.file("---\nmodel: gpt-5.4\n---\n{{role \"system\"}}\n"
                + "{{! @block id=clock kind=dynamic }}\n" + line + "\n{{! @block id=policy kind=static }}\n"
                + AdviceCase.POLICY + "{{role \"user\"}}\n{{question}}\n").rows(rows);
        return AdviceWords.title(made.advice(Rule.L01).orElseThrow());
    }

    private static List<Map<String, Object>> rowsOf(String... names) {
        return IntStream.range(0, 3).mapToObj(i -> Stream.concat(Stream.of(names), Stream.of("question"))
                .collect(Collectors.toMap(name -> name, name -> (Object) (name + i)))).toList();
    }

    @Test
    void whatIsMovedIsNamedEachOnceAndADateBesideATimeIsOneWithIt() {
        assertThat(titleOfMoving("Now: 2026-11-28 {{time}}", rowsOf("time"))).isEqualTo("Move “{{time}}” below policy");
        assertThat(titleOfMoving("Now: {{time}}. It is {{time}}.", rowsOf("time")))
                .isEqualTo("Move “{{time}}” below policy");
        assertThat(titleOfMoving("Now: {{time}} {{user}}", rowsOf("time", "user")))
                .isEqualTo("Move “{{time}}” and “{{user}}” below policy");
        assertThat(titleOfMoving("Now: {{time}}, {{user}}, {{city}}", rowsOf("time", "user", "city")))
                .isEqualTo("Move “{{time}}”, “{{user}}” and 1 more below policy");
    }

    /// Also one that the catalogue does not have, and one on Bedrock.
    @ParameterizedTest
    @ValueSource(strings = {"claude-sonnet-4-6", "claude-haiku-4-5", "claude-opus-9-9",
            "us.anthropic.claude-sonnet-4-6-v1:0"})
    void adviceOnClaudeGoesBackToPagesOfAnthropic(String model) {
        List<Advice> given = new ArrayList<>(FaultyCases.timed(model).advice());
        given.addAll(AdviceCase.body("{\"model\": \"" + model + "\", \"max_tokens\": 5, \"system\": \"Be kind.\", "
                + "\"messages\": [{\"role\": \"user\", \"content\": \"Why?\"}]}").advice());

        assertThat(given).isNotEmpty().extracting(Advice::source)
                .allMatch(source -> source.startsWith("https://platform.claude.com/"));
    }

    @Test
    void noRuleSendsAUserOfClaudeToAPageOfOpenAi() {
        List<Advice> found = FaultyCases.all().stream().map(faulty -> faulty.made().get())
                .filter(made -> made.prompt().settings().model().contains("claude"))
                .flatMap(made -> made.advice().stream()).toList();

        assertThat(found).hasSizeGreaterThan(5).extracting(Advice::source)
                .noneMatch(source -> source.contains("openai.com"));
    }

    @Test
    void aGainOfAFewTokensIsNoError() {
        AdviceCase made = AdviceCase.file("""
                ---
                model: gpt-4o
                ---
                {{role "system"}}
                """ + AdviceCase.POLICY + """
                The customer is on the plan {{plan}}, which is one of the plans that we sell.
                {{role "user"}}
                {{question}}
                """).rows(List.of(Map.of("plan", "basic", "question", "Why?"),
                Map.of("plan", "silver", "question", "When?"), Map.of("plan", "gold", "question", "Who is it?")));

        assertThat(made.advice()).isNotEmpty().noneMatch(advice -> advice.severity() != Severity.INFO);
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void whatIsMendedIsNotFoundAgain(Faulty faulty) {
        AdviceCase made = faulty.made().get();
        Advice found = made.advice(faulty.rule()).orElseThrow();
        if (found.fix().isPresent()) {
            Prompt fixed = found.fix().get().apply(made.prompt());
            List<Advice> left = AdviceCase.advisor().advise(Subject.of(AdviceCase.analyst(), made.input().of(fixed)));
            assertThat(left).filteredOn(each -> each.rule() == found.rule())
                    .noneMatch(each -> each.spot().equals(found.spot())
                            && each.telling().key().equals(found.telling().key()));
        }
    }
}
