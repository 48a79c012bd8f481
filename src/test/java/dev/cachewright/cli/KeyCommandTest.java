package dev.cachewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.app.LocalSimulator;
import dev.cachewright.cli.key.CliKeys;
import dev.cachewright.cli.key.KeyInput;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.Simulators;
import dev.cachewright.settings.EnvironmentSecrets;
import dev.cachewright.settings.KeyFile;
import dev.cachewright.settings.Keys;
import dev.cachewright.settings.MemoryVault;
import dev.cachewright.settings.Vault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCommandTest {

    private static final String KEY = "sk-entered-0123456789";

    @TempDir
    private Path folder;

    private Keys keys;

    private void use(Vault keychain, Map<String, String> environment) {
        keys = new Keys(keychain, new EnvironmentSecrets(environment), new KeyFile(folder.resolve("keys.json")));
    }

    private CliRun run(String input, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var in = KeyInput.of(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try (var simulator = new LocalSimulator(Simulators.quick(), Simulators.ANALYST, Simulators.TOKENIZERS)) {
            int status = new Cli(CliRun.parts(simulator), new CliKeys(() -> keys, in), problem -> problem + "")
                    .run(arguments, CliRun.stream(out), CliRun.stream(err));
            return new CliRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aKeyIsSetListedAndRemovedAndNeverPrinted() {
        use(new MemoryVault(), Map.of());

        CliRun set = run(KEY + "\n", "key", "set", "openai");
        CliRun list = run("", "key", "list");
        CliRun json = run("", "key", "list", "--json");
        CliRun removed = run("", "key", "remove", "OpenAI");

        assertThat(set).isEqualTo(new CliRun(0, "The key of OpenAI is kept: in the keychain of this system\n", ""));
        assertThat(list.out()).contains("OpenAI", "https://api.openai.com/v1", "in the keychain of this system",
                "OpenAI: reads by the rules of each model").doesNotContain("Simulator", "6789");
        assertThat(json.json().at("/profiles/0")).hasToString(
                """
                {"name":"OpenAI","baseUrl":"https://api.openai.com/v1","kind":"openai","hasKey":true,\
                "keptIn":"keychain","variable":"OPENAI_API_KEY","cache":"OpenAI: reads by the rules of each model, from 1,024 tokens on."}""");
        assertThat(removed).isEqualTo(new CliRun(0, "The key of OpenAI is removed\n", ""));
        assertThat(run("", "key", "remove", "OpenAI")).isEqualTo(new CliRun(1, "There was no key to remove\n", ""));
        assertThat(set.toString() + list + json + removed).doesNotContain(KEY);
    }

    @Test
    void withoutAKeychainTheFileIsAskedForFirst() {
        use(Vault.none(), Map.of());

        CliRun refused = run(KEY, "key", "set", "OpenAI");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo("This system offers no keychain that can be used now: give --in-file to keep "
                        + "the key in " + folder.resolve("keys.json") + ", which only you can read\n");
        assertThat(folder).isEmptyDirectory();

        assertThat(run(KEY, "key", "set", "OpenAI", "--in-file", "--json").json())
                .hasToString("{\"profile\":\"OpenAI\",\"keptIn\":\"file\"}");
        assertThat(keys.of(Profile.openAi().key())).isPresent();
    }

    @Test
    void aKeyInTheEnvironmentIsToldWhereItGoesBefore() {
        use(Vault.none(), Map.of("OPENAI_API_KEY", "sk-of-the-environment"));

        assertThat(run("", "key", "list").out()).contains("  OPENAI_API_KEY  ").doesNotContain("sk-");
        assertThat(run(KEY, "key", "set", "OpenAI", "--in-file").err()).isEqualTo(
                "note: OPENAI_API_KEY is set in the environment, and is sent as long as it is\n");
        assertThat(run("", "key", "remove", "OpenAI").err()).isEqualTo(
                "note: OPENAI_API_KEY is still set in the environment, and is sent\n");
    }

    @Test
    void eachWrongInputGetsOneClearLine() {
        use(new MemoryVault(), Map.of());

        assertUnusable("Say what to do with keys: cachewright key list, set PROFILE or remove PROFILE", "", "key");
        assertUnusable("Unknown profile \"gateway\"; use Simulator, OpenAI", KEY, "key", "set", "gateway");
        assertUnusable("The profile Simulator sends no key", KEY, "key", "set", "simulator");
        assertUnusable("No key was entered: type it, or pipe it in as one line", "\n\n", "key", "set", "OpenAI");
        assertUnusable("A key has letters, digits and signs only: this one has spaces, line breaks or other characters "
                + "in it", "my key", "key", "set", "OpenAI");
        assertUnusable("PROFILE is missing; see cachewright key set --help", KEY, "key", "set");
        assertUnusable("A key is never an argument: it is typed, or piped in; see cachewright key "
                + "set --help", "", "key", "set", "OpenAI", KEY);
    }

    private void assertUnusable(String message, String input, String... arguments) {
        assertThat(run(input, arguments)).isEqualTo(new CliRun(2, "", message + "\n"));
    }
}
