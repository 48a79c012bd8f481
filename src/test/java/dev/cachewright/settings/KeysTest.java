package dev.cachewright.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cachewright.provider.KeyRef;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.ProviderException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    private static final Secret SECRET = Secret.of("sk-entered-0123456789");
    private static final KeyRef OPENAI = Profile.openAi().key();
    private static final KeyRef LOCAL = Profile.compatible("http://127.0.0.1:8080/v1", Optional.empty()).key();

    @TempDir
    private Path folder;

    private Path file;

    private Keys keys(Vault keychain, Map<String, String> environment) {
        file = folder.resolve("made/keys.json");
        return new Keys(keychain, new EnvironmentSecrets(environment), new KeyFile(file));
    }

    @Test
    void theKeychainComesFirstThenTheEnvironmentThenTheFile() {
        var keychain = new MemoryVault();
        Keys without = keys(Vault.none(), Map.of());
        Keys all = keys(keychain, Map.of("OPENAI_API_KEY", "sk-of-the-environment"));

        assertThat(without.set(OPENAI, SECRET, true)).contains(Keys.Place.FILE);
        assertThat(without.find(OPENAI)).contains(new Keys.Kept(SECRET, Keys.Place.FILE));
        assertThat(all.find(OPENAI)).map(Keys.Kept::place).contains(Keys.Place.ENVIRONMENT);
        assertThat(all.set(OPENAI, SECRET, true)).contains(Keys.Place.KEYCHAIN);
        assertThat(all.find(OPENAI)).contains(new Keys.Kept(SECRET, Keys.Place.KEYCHAIN));
        assertThat(file).as("a key is in one place").doesNotExist();
        assertThat(all.remove(OPENAI)).isTrue();
        assertThat(all.remove(OPENAI)).isFalse();
        assertThat(all.of(OPENAI)).map(Secret::reveal).contains("sk-of-the-environment");
    }

    @Test
    void withoutAKeychainNothingIsWrittenThatNobodyAgreedTo() {
        Keys keys = keys(Vault.none(), Map.of());

        assertThat(keys.set(LOCAL, SECRET, false)).isEmpty();
        assertThat(folder).isEmptyDirectory();
        assertThat(keys.of(LOCAL)).isEmpty();
    }

    @Test
    void theFileIsForItsUserAloneAlsoWhereItWasOpenToOthers() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no permissions of this kind here");
        Keys keys = keys(Vault.none(), Map.of());
        keys.set(LOCAL, SECRET, true);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(keys.of(LOCAL)).contains(SECRET);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void aDamagedFileIsNeverQuotedAndNeverReplaced() throws IOException {
        Keys keys = keys(Vault.none(), Map.of());
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"a\": \"sk-left-over\",");

        assertThat(keys.of(LOCAL)).isEmpty();
        assertThatThrownBy(() -> keys.set(LOCAL, SECRET, true)).isInstanceOf(ProviderException.class)
                .hasMessage(
                        "The key was not kept: " + file + " is not readable as the file of your keys: repair it, or "
                                + "remove it and enter the keys again");
        assertThat(file).hasContent("{\"a\": \"sk-left-over\",");
    }

    @Test
    void aProfileThatIsRenamedTakesItsKeyAlongAndOneThatMovesLosesIt() {
        Keys keys = keys(new MemoryVault(), Map.of());
        KeyRef renamed = new KeyRef("other", LOCAL.origin(), "");
        KeyRef moved = new KeyRef("other", "http://127.0.0.1:9", "");
        keys.set(LOCAL, SECRET, false);

        keys.move(LOCAL, renamed);
        assertThat(keys.of(LOCAL)).isEmpty();
        assertThat(keys.of(renamed)).contains(SECRET);
        keys.move(renamed, moved);
        assertThat(keys.of(moved)).isEmpty();
        assertThat(keys.of(renamed)).as("and does not come back").isEmpty();
    }

    @Test
    void theKeyOfAzureIsForTheServerThatTheEnvironmentNames() {
        var environment = Map.of("AZURE_OPENAI_API_KEY", "azure-key", "AZURE_OPENAI_ENDPOINT",
                "https://mine.openai.azure.com/");
        Keys keys = keys(Vault.none(), environment);

        assertThat(keys.of(azure("https://mine.openai.azure.com/openai/v1"))).isPresent();
        assertThat(keys.of(azure("https://other.openai.azure.com/openai/v1"))).isEmpty();
    }

    private static KeyRef azure(String baseUrl) {
        return Profile.compatible(baseUrl, Optional.empty()).key();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "line\nbreak", "größe", "tab\there"})
    void whatNoHeaderCanHoldIsNoKey(String text) {
        assertThatThrownBy(() -> Secret.of(text)).isInstanceOf(ProviderException.class)
                .hasMessageStartingWith("A key has letters, digits and signs only").hasMessageNotContaining(text);
        assertThatThrownBy(() -> keys(Vault.none(), Map.of("OPENAI_API_KEY", text)).of(OPENAI))
                .hasMessageStartingWith("OPENAI_API_KEY cannot be sent. ").hasMessageNotContaining(text);
    }

    @Test
    void aSecretIsWrittenByNobodyByAccident() throws IOException {
        assertThat(SECRET).hasToString("[key]");
        assertThat(new Keys.Kept(SECRET, Keys.Place.FILE)).asString().doesNotContain("entered");
        assertThat(SECRET.ending()).isEqualTo("6789");
        assertThat(Secret.of(" short ").ending()).isEmpty();
        try (var out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> out.writeObject(SECRET)).isInstanceOf(NotSerializableException.class);
        }
        assertThatThrownBy(() -> new JsonMapper().writeValueAsString(SECRET)).hasMessageNotContaining("entered");
    }

    @Test
    void whatWasLookedUpIsHiddenInOtherTexts() {
        Keys keys = keys(new MemoryVault(), Map.of());
        assertThat(keys.hide("sent " + SECRET.reveal())).isEqualTo("sent sk-entered-0123456789");
        keys.set(LOCAL, SECRET, false);

        assertThat(keys.hide("sent " + SECRET.reveal())).isEqualTo("sent [key]");
    }
}
