package dev.cachewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.prompt.Api;
import dev.cachewright.prompt.CacheSettings;
import dev.cachewright.prompt.Prompt;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.SamplePrompt;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.fx.Theme;
import dev.cachewright.ui.fx.Views;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class CacheSettingsTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture();
    private final CacheSettingsViewModel model = new CacheSettingsViewModel(fixture.workspace().prompt(),
            fixture.workspace().analysis());

    private void open(String id, Api api, CacheSettings cache) {
        Prompt prompt = SamplePrompt.prompt(id);
        fixture.open("a.prompt", prompt.withSettings(prompt.settings().withApi(api).withCache(cache)),
                SamplePrompt.values());
    }

    private CacheSettings cache() {
        return fixture.workspace().prompt().getPrompt().settings().cache();
    }

    @Test
    void onlyWhatTheModelTakesIsOffered() {
        open("gpt-6.1-terra", Api.RESPONSES, CacheSettings.none());
        assertThat(model.getMode().choices()).containsExactly("", "implicit", "explicit");
        assertThat(model.getTtl().choices()).containsExactly("", "30m", "12h");
        assertThat(model.getRetention().isChangeable()).isFalse();
        assertThat(model.getRetention().getNote()).isEqualTo("only for OpenAI models before gpt-5.6");

        open("gpt-6.1-terra", Api.CHAT, CacheSettings.none());
        assertThat(model.getTtl().choices()).containsExactly("", "30m");
        open("gpt-5.5", Api.RESPONSES, CacheSettings.none());
        assertThat(model.getRetention().choices()).containsExactly("", "24h");
        assertThat(model.getMode().isChangeable()).isFalse();
        open("claude-sonnet-5-5", Api.MESSAGES, CacheSettings.none());
        assertThat(model.getMode().choices()).containsExactly("", "automatic");
        assertThat(model.getKey().isChangeable()).isFalse();
        open("my-own", Api.RESPONSES, CacheSettings.none());
        assertThat(model.getRetention().choices()).containsExactly("", "in_memory", "24h");
    }

    @Test
    void aChoiceIsAnEditThatCanBeUndone() {
        open("gpt-5.6-sol", Api.RESPONSES, CacheSettings.none());
        model.getMode().valueProperty().set("explicit");
        model.getTtl().valueProperty().set("30m");
        assertThat(cache()).isEqualTo(new CacheSettings("explicit", "30m", "", ""));
        for (String typed : new String[]{"s", "su", "sup"}) {
            model.getKey().valueProperty().set(typed);
        }
        assertThat(model.getCounter()).isEqualTo("3 of 64");

        fixture.workspace().prompt().undo();
        assertThat(cache()).isEqualTo(new CacheSettings("explicit", "30m", "", ""));
        assertThat(model.getKey().getValue()).isEmpty();
        fixture.workspace().prompt().undo();
        assertThat(model.getTtl().getValue()).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        open("gpt-5.6-sol", Api.RESPONSES, new CacheSettings("explicit", "1h", "k".repeat(65), "24h"));

        assertThat(model.getTtl().getNote()).isEqualTo("not sent: “1h” is not a lifetime of this model: use 30m, 12h");
        assertThat(model.getKey().getNote()).isEqualTo(
                "not sent: the key has 65 characters; the limit is 64");
        assertThat(model.getRetention().getNote()).isEqualTo("not sent: this model does not support retention");
        assertThat(model.getRetention().isChangeable()).as("it can be cleared").isTrue();
        assertThat(model.getMode().getNote()).isEqualTo("explicit mode without a breakpoint caches nothing");
        assertThat(model.getMode().isWrong()).isTrue();
        model.getRetention().valueProperty().set("");
        assertThat(model.getRetention().isWrong()).isFalse();
        assertThat(model.getRetention().isChangeable()).isFalse();
    }

    @Test
    void aPromptThatIsOpenAlreadyIsShownAndKept() {
        var cache = new CacheSettings("explicit", "30m", "support", "");
        open("gpt-5.6-sol", Api.RESPONSES, cache);

        var later = new CacheSettingsViewModel(fixture.workspace().prompt(), fixture.workspace().analysis());
        var footer = new FooterViewModel(fixture.workspace().prompt(), fixture.workspace().analysis(),
                fixture.workspace().preferences(),
                new SimpleStringProperty(""));
        FxToolkit.run(() -> Views.load(new CacheSettingsView(later)));

        assertThat(cache()).isEqualTo(cache);
        assertThat(later.getMode().getValue()).isEqualTo("explicit");
        assertThat(footer.getCache()).endsWith("key support");
        fixture.workspace().prompt().close();
        assertThat(footer.getCache()).isEmpty();
        open("gpt-5.6-sol", Api.RESPONSES, cache.withKey("other"));
        assertThat(footer.getCache()).endsWith("key other");
    }

    @Test
    void anEmptyChoiceSaysWhatTheModelDoesThen() {
        open("gpt-5.6-sol", Api.RESPONSES, CacheSettings.none());

        assertThat(model.getMode().getNote()).isEqualTo(
                "whether the provider adds its own breakpoint; implicit if not set");
        assertThat(model.getTtl().getNote()).isEqualTo("how long entries are kept after each use; 30m if not set");
        model.getTtl().valueProperty().set("30m");
        assertThat(model.getTtl().getNote()).isEqualTo("how long entries are kept after each use");
    }

    @Test
    void aKeyThatIsTooLongStopsTheRun() {
        open("gpt-5.4", Api.CHAT, CacheSettings.none().withKey("k".repeat(65)));

        fixture.workspace().runs().send();

        assertThat(fixture.kept()).isEmpty();
        assertThat(fixture.workspace().runs().problemProperty().get().orElseThrow().words())
                .isEqualTo("Nothing was sent: the cache key has 65 "
                        + "characters; the limit is 64. Shorten it in the cache settings.");
        open("gpt-5.4", Api.CHAT, CacheSettings.none().withKey("k".repeat(64)));
        fixture.workspace().runs().send();
        assertThat(fixture.kept()).hasSize(1);
    }

    @Test
    void theFooterSaysWhatIsAskedOfTheCache() {
        var footer = new FooterViewModel(fixture.workspace().prompt(), fixture.workspace().analysis(),
                fixture.workspace().preferences(),
                new SimpleStringProperty(""));
        assertThat(footer.getCache()).isEmpty();
        open("gpt-5.6-sol", Api.RESPONSES, new CacheSettings("explicit", "", "support", ""));
        Prompt prompt = fixture.workspace().prompt().getPrompt();
        fixture.workspace().prompt().edit(prompt.with("policy", block -> block.withBreakpoint(true)));
        assertThat(footer.getCache()).isEqualTo("explicit mode · lifetime 30 min · 1 of 4 breakpoints · key support");

        fixture.workspace().prompt().edit(prompt.with("tools", block -> block.withBreakpoint(true)).withSettings(prompt
                .settings().withModel("gpt-5.4").withCache(new CacheSettings("explicit", "", "", "24h"))));
        assertThat(footer.getCache()).isEqualTo("retention 24h · 2 not sent");
        open("gpt-4o", Api.CHAT, CacheSettings.none());
        assertThat(footer.getCache()).isEqualTo("Cache settings…");
    }

    @Test
    void thePanelIsDrivenByKeysAndGivesTheFocusBack() {
        open("gpt-5.6-sol", Api.RESPONSES, CacheSettings.none());
        var loaded = FxToolkit.call(() -> Views.load(new CacheSettingsView(model)));
        Stage stage = FxToolkit.call(() -> Snapshots.show(loaded.root(), 600, 500, Theme.Appearance.LIGHT));
        assertThat(FxToolkit.call(() -> loaded.root().isVisible())).isFalse();
        FxToolkit.run(() -> loaded.view().open());

        assertThat(FxToolkit.call(() -> stage.getScene().getFocusOwner())).isInstanceOf(ComboBox.class);
        FxToolkit.run(() -> ((ComboBox<?>) stage.getScene().getFocusOwner()).getSelectionModel().select(2));
        assertThat(cache().mode()).isEqualTo("explicit");
        FxToolkit.run(() -> ((TextField) loaded.root().lookup(".text-field")).setText("support"));
        assertThat(cache().key()).isEqualTo("support");
        FxToolkit.run(() -> stage.getScene().getFocusOwner().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "",
                KeyCode.ESCAPE, false, false, false, false)));
        assertThat(FxToolkit.call(() -> loaded.root().isVisible())).isFalse();
        FxToolkit.run(stage::close);
    }

    @Test
    void thePanelForEachKindOfModelLooksAsBefore() {
        seen("cache-settings", "gpt-5.6-sol", Api.RESPONSES, new CacheSettings("explicit", "", "support", ""));
        seen("cache-settings-wrong", "gpt-5.6-sol", Api.RESPONSES,
                new CacheSettings("explicit", "12h", "k".repeat(65), "24h"));
        seen("cache-settings-classic", "gpt-5.4", Api.CHAT, CacheSettings.none().withKey("support"));
    }

    private void seen(String name, String id, Api api, CacheSettings cache) {
        var other = new WorkspaceFixture();
        Prompt prompt = SamplePrompt.prompt(id);
        other.open("a.prompt", prompt.withSettings(prompt.settings().withApi(api).withCache(cache)),
                SamplePrompt.values());
        Snapshots.check(name, 600, 480, () -> {
            var loaded = Views.load(new CacheSettingsView(
                    new CacheSettingsViewModel(other.workspace().prompt(), other.workspace().analysis())));
            loaded.root().setVisible(true);
            return loaded.root();
        });
    }
}
