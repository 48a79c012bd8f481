package dev.cachewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.catalog.RuleSet;
import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.Row;
import dev.cachewright.prompt.Values;
import dev.cachewright.provider.Profile;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.command.Command;
import dev.cachewright.ui.command.Commands;
import dev.cachewright.ui.kit.Choice;
import dev.cachewright.ui.kit.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeaderChoicesTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample();
    private final List<String> done = new ArrayList<>();
    private final Commands commands = new Commands(Stream.of("servers", "other-model", "load-values", "show-values")
            .map(id -> Command.of(Command.Group.FILE, id, "", () -> done.add(id))).toList());
    private final HeaderViewModel header = FxToolkit.call(() -> new HeaderViewModel(fixture.workspace(), null));
    private final HeaderChoices choices = new HeaderChoices(fixture.workspace(), header, commands);

    private static Choice find(Choices offered, String id) {
        return offered.all().get().stream().filter(choice -> choice.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<String> titles(Choices offered) {
        return offered.all().get().stream().map(Choice::title).toList();
    }

    @Test
    void aModelSaysProviderRulesThresholdContextAndPrices() {
        assertThat(find(choices.models(), "gpt-5.4")).isEqualTo(new Choice("gpt-5.4", "gpt-5.4",
                "$2.50 in · $0.25 cached",
                "OpenAI · steps of 128 tokens, from 1,024 on · context 1,050,000", true));
        assertThat(find(choices.models(), "claude-sonnet-4-5")).isEqualTo(new Choice("claude-sonnet-4-5",
                "claude-sonnet-4-5", "$3.00 in · $0.30 cached",
                "Anthropic · up to breakpoints, from 1,024 on · context 200,000", false));
    }

    @Test
    void aModelThatIsNotInTheCatalogueHasNoForecast() {
        header.useModel("mine");

        assertThat(find(choices.models(), "mine")).isEqualTo(new Choice("mine", "mine", "no forecast",
                "Not in the catalogue: its rules and prices are not known.", true));
    }

    @Test
    void theModelsThatWereUsedLastComeFirst() {
        assertThat(titles(choices.models())).startsWith("Used last", "gpt-5.4", "All models");

        header.useModel("gpt-4o");
        header.useModel("claude-sonnet-4-5");

        assertThat(titles(choices.models())).startsWith("Used last", "claude-sonnet-4-5", "gpt-4o", "All models")
                .contains("gpt-5.4").doesNotHaveDuplicates();
    }

    @Test
    void choosingAModelChangesThePromptAndIsRemembered() {
        choices.models().chosen().accept(find(choices.models(), "gpt-4o"));

        assertThat(header.getModel()).isEqualTo("gpt-4o");
        assertThat(fixture.workspace().preferences().get().recentModels()).containsExactly("gpt-4o");
    }

    @Test
    void profilesSayTheirAddressTheirRulesAndWhatTheyAreSent() {
        fixture.workspace().preferences().change(now -> now.withProfile(Profile.compatible("http://127.0.0.1:8080/v1",
                Optional.of(new RuleSet.Blocks(16)))));

        assertThat(choices.profiles().all().get()).containsExactly(
                new Choice("Simulator", "Simulator", "needs no key, costs nothing",
                        "on this computer · the model’s own rules", false),
                new Choice("OpenAI", "OpenAI", "sends OPENAI_API_KEY, or the key that you entered",
                        "https://api.openai.com/v1 · the model’s own rules", false),
                new Choice("Anthropic", "Anthropic", "sends ANTHROPIC_API_KEY, or the key that you entered",
                        "https://api.anthropic.com/v1 · the model’s own rules", false),
                new Choice("127.0.0.1:8080", "127.0.0.1:8080", "sends a key if one was entered",
                        "http://127.0.0.1:8080/v1 · blocks of 16 tokens", true));

        choices.profiles().chosen().accept(find(choices.profiles(), "Simulator"));
        assertThat(header.getProfile()).isEqualTo("Simulator");
    }

    @Test
    void apisSayTheirPathAndWhatTheyAre() {
        assertThat(titles(choices.apis())).containsExactly("Chat", "Responses");
        assertThat(find(choices.apis(), "chat").note()).isEqualTo("/v1/chat/completions");

        choices.apis().chosen().accept(find(choices.apis(), "responses"));

        assertThat(fixture.workspace().prompt().getPrompt().settings().api()).isEqualTo(Api.RESPONSES);
        assertThat(find(choices.apis(), "responses").isCurrent()).isTrue();
    }

    @Test
    void aPromptInTheFormOfMessagesShowsItAsTheOneInUse() {
        header.useApi(Api.MESSAGES);

        assertThat(choices.apis().all().get()).filteredOn(Choice::isCurrent).extracting(Choice::title)
                .containsExactly("Messages");
    }

    @Test
    void rowsSayTheirNumberAndTheirFirstValues() {
        fixture.workspace().prompt().useValues(new Values("v.csv", List.of("name", "text"),
                IntStream.range(0, 1_200).mapToObj(i -> new Row(Map.of("name", "N" + i, "text",
                        i == 0 ? "x".repeat(100) : "two\nlines"))).toList()));

        List<Choice> rows = choices.rows().all().get();

        assertThat(rows).hasSize(1_200);
        assertThat(rows.get(0)).isEqualTo(
                new Choice("0", "Row 1", "", "name: N0 · text: " + "x".repeat(80) + "…", true));
        assertThat(rows.get(1_199)).isEqualTo(
                new Choice("1199", "Row 1,200", "", "name: N1199 · text: two lines", false));
        choices.rows().chosen().accept(rows.get(1_199));
        assertThat(header.getRow()).isEqualTo("v.csv · row 1,200 of 1,200");
    }

    @Test
    void whatElseCanBeDoneIsACommand() {
        Stream.of(choices.profiles(), choices.models(), choices.apis(), choices.rows())
                .flatMap(offered -> offered.others().stream()).forEach(other -> other.action().run());

        assertThat(done).containsExactly("servers", "other-model", "load-values", "show-values");
    }
}
