package dev.cachewright.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.provider.Preset;
import dev.cachewright.provider.Presets;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.ServerCheck;
import dev.cachewright.session.Failure;
import dev.cachewright.settings.EnvironmentSecrets;
import dev.cachewright.settings.KeyFile;
import dev.cachewright.settings.Keys;
import dev.cachewright.settings.MemoryVault;
import dev.cachewright.settings.Preferences;
import dev.cachewright.settings.Secret;
import dev.cachewright.settings.Vault;
import dev.cachewright.ui.FxToolkit;
import dev.cachewright.ui.Snapshots;
import dev.cachewright.ui.WorkspaceFixture;
import dev.cachewright.ui.fx.Views;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersTest {

    private static final String KEY = "sk-entered-0123456789";

    private final WorkspaceFixture fixture = new WorkspaceFixture().openSample();
    private final List<String> asked = new ArrayList<>();
    private ServerCheck.Listing listing = new ServerCheck.Listing(List.of("m-1", "m-2"), Optional.empty());
    private ServerCheck.Trial trial = new ServerCheck.Trial(true, Optional.empty());

    @TempDir
    private Path folder;

    private Keys keys;

    private ServersViewModel page(Vault keychain, Map<String, String> environment) {
        keys = new Keys(keychain, new EnvironmentSecrets(environment), new KeyFile(folder.resolve("keys.json")));
        return new ServersViewModel(new ServerParts(fixture.workspace().preferences(), keys, new Check(),
                fixture.background(), () -> "gpt-5.4"));
    }

    private ServersViewModel page() {
        return page(new MemoryVault(), Map.of());
    }

    private Preferences preferences() {
        return fixture.workspace().preferences().get();
    }

    private static Preset preset(String id) {
        return Presets.all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void aServerIsAddedFromAPresetAndUsedAtOnce() {
        ServersViewModel page = page();
        page.add(preset("llama-cpp"));
        page.add(preset("llama-cpp"));
        page.addBlank();

        assertThat(page.names()).containsExactly("OpenAI", "Anthropic", "llama.cpp", "llama.cpp 2", "Server");
        assertThat(preferences().profileInUse().name()).isEqualTo("Server");
        page.selectedProperty().set("llama.cpp");
        assertThat(page.form().getCache()).isEqualTo("llama.cpp: reuses any shared prefix, to the token.");
        assertThat(page.form().draft().rules.get()).isEqualTo("longest-prefix");
    }

    @Test
    void whatIsTypedIsInForceWhenItIsSaved() {
        ServersViewModel page = page();
        page.add(preset("vllm"));
        page.form().draft().name.set("team");
        page.form().draft().headers.set("X-Team: search");
        assertThat(page.hasUnsaved()).isTrue();
        assertThat(page.key().lockedProperty().get()).isTrue();
        page.save();

        Profile saved = preferences().profileInUse();
        assertThat(saved.name()).isEqualTo("team");
        assertThat(saved.extras().headers()).isEqualTo(Map.of("X-Team", "search"));
        assertThat(page.hasUnsaved()).isFalse();
        assertThat(page.names()).containsExactly("OpenAI", "Anthropic", "team");
    }

    @Test
    void eachWrongFieldIsSaidAndNothingIsSaved() {
        ServersViewModel page = page();
        page.add(preset("vllm"));
        ServerDraft draft = page.form().draft();

        draft.baseUrl.set("127.0.0.1:8080");
        assertThat(page.form().getProblem()).isEqualTo(
                "This is not a base URL: write it as http://localhost:8080/v1");
        draft.baseUrl.set("http://127.0.0.1:8080/v1");
        draft.headers.set("Authorization: Bearer abc");
        assertThat(page.form().getProblem()).startsWith("The header Authorization would keep a key in plain text");
        draft.headers.set("no colon");
        assertThat(page.form().getProblem()).isEqualTo(
                "This is not a header: no colon. Write it as Name: value.");
        draft.headers.set("");
        draft.silence.set("soon");
        assertThat(page.form().getProblem()).isEqualTo("Times are whole seconds, from 1 to 86400.");
        draft.silence.set("30");
        draft.name.set("OpenAI");
        assertThat(page.form().getProblem()).isEqualTo(
                "Another server is named OpenAI: give this one another name.");
        assertThat(page.form().isSavable()).isFalse();
        page.save();
        assertThat(preferences().profileInUse()).isEqualTo(preset("vllm").profile());
    }

    @Test
    void plainHttpElsewhereAsksFirst() {
        ServersViewModel page = page();
        page.addBlank();
        page.form().draft().baseUrl.set("http://10.0.0.5:8080/v1");
        assertThat(page.form().isExposed()).isTrue();
        assertThat(page.form().getProblem()).isEqualTo(
                "This address is not encrypted. Use https, or allow it above.");
        page.form().draft().allowed.set(true);
        page.save();
        assertThat(preferences().profileInUse().isToBeAllowed()).isFalse();

        page.form().draft().baseUrl.set("http://10.0.0.6:8080/v1");
        assertThat(page.form().isSavable()).as("allowed for the other server alone").isFalse();
    }

    @Test
    void aKeyIsEnteredOnceAndOnlyItsEndIsShown() {
        ServersViewModel page = page();
        page.addBlank();
        assertThat(page.key().getState()).isEqualTo("No key. None is sent.");
        page.key().typedProperty().set(KEY);
        page.key().set();

        assertThat(page.key().getState()).isEqualTo("The key that ends in 6789, in the keychain of this system.");
        assertThat(page.key().getHint()).isEqualTo("Sent to http://127.0.0.1:8080 alone.");
        assertThat(page.key().typedProperty().get()).isEmpty();
        assertThat(keys.of(preferences().profileInUse().key())).contains(Secret.of(KEY));
        page.key().remove();
        assertThat(page.key().getState()).isEqualTo("No key. None is sent.");
    }

    @Test
    void aKeyGoesAlongWithANewNameAndNotToAnotherServer() {
        ServersViewModel page = page();
        page.addBlank();
        page.key().typedProperty().set(KEY);
        page.key().set();
        page.form().draft().name.set("renamed");
        page.save();
        assertThat(page.key().getState()).startsWith("The key that ends in 6789");

        page.form().draft().baseUrl.set("http://127.0.0.1:9090/v1");
        page.save();
        assertThat(page.key().getState()).isEqualTo("No key. None is sent.");
        page.form().draft().baseUrl.set("http://127.0.0.1:8080/v1");
        page.save();
        assertThat(page.key().getState()).as("it is to be entered again").isEqualTo("No key. None is sent.");
    }

    @Test
    void withoutAKeychainTheFileIsOffered() {
        ServersViewModel page = page(Vault.none(), Map.of("OPENAI_API_KEY", KEY));
        assertThat(page.key().getState()).isEqualTo("OPENAI_API_KEY of the environment is sent.");
        assertThat(page.key().removableProperty().get()).isFalse();
        page.addBlank();
        page.key().typedProperty().set("short");
        page.key().set();
        assertThat(page.key().getOffer()).endsWith("a file that only you can read: " + folder.resolve("keys.json"));
        assertThat(folder).isEmptyDirectory();
        page.key().setInFile();
        assertThat(page.key().getState()).isEqualTo("A key is set, in a file that only you can read.");
        assertThat(page.key().getOffer()).isEmpty();

        page.key().typedProperty().set("two words");
        page.key().set();
        assertThat(page.key().getProblem()).startsWith("A key has letters, digits and signs only");
    }

    @Test
    void aTestSaysInOneLineWhatCameOfIt() {
        ServersViewModel page = page();
        page.test();
        assertThat(page.getResult()).isEqualTo("Works; reports cached tokens: yes");
        trial = new ServerCheck.Trial(false, Optional.empty());
        page.test();
        assertThat(page.getResult()).isEqualTo("Works; reports cached tokens: no");
        trial = new ServerCheck.Trial(false, Optional.of(new Failure.Known(Failure.Kind.UNREACHABLE, 0, "",
                new Failure.Server("https://api.openai.com/v1", ""), 0)));
        page.test();
        assertThat(page.getResult()).startsWith("Nothing answers at https://api.openai.com/v1.");
        assertThat(asked).containsOnly("OpenAI gpt-5.4");
    }

    @Test
    void modelsThatAreListedAreOfferedForTheTestAndKept() {
        ServersViewModel page = page();
        page.list();

        assertThat(page.getResult()).startsWith("The server lists 2 models.");
        assertThat(page.trial().models()).containsExactly("m-1", "m-2");
        assertThat(page.trial().modelProperty().get()).isEqualTo("m-1");
        assertThat(preferences().listedModels()).isEqualTo(Map.of("OpenAI", List.of("m-1", "m-2")));
        listing = new ServerCheck.Listing(List.of(), Optional.of(new Failure.Known(Failure.Kind.SERVER_ERROR, 500, "",
                new Failure.Server("s", ""), 0)));
        page.list();
        assertThat(page.getResult()).startsWith("The models are not known. ");
        assertThat(page.trial().models()).as("those listed before").hasSize(2);
    }

    @Test
    void aServerGoesWithItsKeyAndACopyHasNone() {
        ServersViewModel page = page();
        page.addBlank();
        Profile first = preferences().profileInUse();
        page.key().typedProperty().set(KEY);
        page.key().set();
        page.duplicate();
        assertThat(page.names()).containsExactly("OpenAI", "Anthropic", "Server", "Server 2");
        assertThat(keys.of(preferences().profileInUse().key())).isEmpty();
        page.selectedProperty().set("Server");
        page.remove();

        assertThat(page.names()).containsExactly("OpenAI", "Anthropic", "Server 2");
        assertThat(keys.of(first.key())).isEmpty();
        page.selectedProperty().set("OpenAI");
        assertThat(page.removableProperty().get()).isFalse();
    }

    @Test
    void thePageLooksAsBefore() {
        Snapshots.check("servers", 860, 620, this::shown);
    }

    private Parent shown() {
        ServersViewModel page = page(Vault.none(), Map.of());
        if (page.names().size() == 1) {
            page.add(preset("vllm"));
            page.add(preset("llama-cpp"));
        }
        return Views.load(new ServersView(page, _ -> true)).root();
    }

    @Test
    void changesAreAskedForBeforeAnotherServerIsLookedAt() {
        List<String> questions = new ArrayList<>();
        FxToolkit.run(() -> {
            ServersViewModel page = page();
            page.add(preset("vllm"));
            Parent root = Views.load(new ServersView(page, questions::add)).root();
            new Scene(root);
            page.form().draft().name.set("team");
            var list = (ListView<?>) root.lookup("#list");
            list.getSelectionModel().select(0);

            assertThat(questions).containsExactly("save");
            assertThat(page.names()).containsExactly("OpenAI", "Anthropic", "team");
            assertThat(page.selectedProperty().get()).isEqualTo("OpenAI");
        });
    }

    @Test
    void fieldsAreTypedIntoAndTheKeyIsNeverReadable() {
        FxToolkit.run(() -> {
            ServersViewModel page = page();
            Parent root = Views.load(new ServersView(page, _ -> true)).root();
            new Scene(root);
            root.applyCss();
            assertThat(root.lookup("#typed")).isInstanceOf(PasswordField.class);
            ((ComboBox<?>) root.lookup("#trialModel")).getEditor().setText("typed-model");
            assertThat(page.trial().modelProperty().get()).isEqualTo("typed-model");
            ((TextInputControl) root.lookup("#name")).setText("another");
            assertThat(page.form().draft().name.get()).isEqualTo("another");
        });
    }

    private final class Check implements ServerCheck {

        @Override
        public Listing models(Profile profile) {
            return listing;
        }

        @Override
        public Trial tryOut(Profile profile, String model) {
            asked.add(profile.name() + " " + model);
            return trial;
        }
    }
}
