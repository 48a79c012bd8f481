package dev.cachewright.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cachewright.catalog.RuleSet;
import dev.cachewright.provider.Profile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreferencesTest {

    @Test
    void theLatestFileStandsFirstOfTen() {
        Preferences preferences = Preferences.defaults();
        for (int i = 0; i < 12; i++) {
            preferences = preferences.withRecentFile(Path.of("f" + i));
        }
        assertThat(preferences.recentFiles()).isEqualTo(files(11, 10, 9, 8, 7, 6, 5, 4, 3, 2));

        preferences = preferences.withRecentFile(Path.of("f5"));
        assertThat(preferences.recentFiles()).isEqualTo(files(5, 11, 10, 9, 8, 7, 6, 4, 3, 2));
        assertThat(preferences.withoutRecentFile(Path.of("f5")).recentFiles()).isEqualTo(files(11, 10, 9, 8, 7, 6, 4,
                3, 2));
    }

    @Test
    void anAddedProfileIsInUseAndTakesThePlaceOfItsNamesake() {
        Profile server = Profile.compatible("http://h:1/v1", Optional.empty());
        Profile other = Profile.compatible("http://h:2/v1", Optional.of(new RuleSet.Blocks(16)));
        Profile changed = Profile.compatible("http://h:1/v1", Optional.of(RuleSet.Named.NONE));

        Preferences preferences = Preferences.defaults().withProfile(server).withProfile(other).withProfile(changed);

        assertThat(preferences.allProfiles()).containsExactly(Profile.simulator(), Profile.openAi(),
                Profile.anthropic(), changed, other);
        assertThat(preferences.profileInUse()).isEqualTo(changed);
    }

    @Test
    void aProfileThatIsGoneGivesWayToTheSimulator() {
        assertThat(Preferences.defaults().withProfileInUse("gone").profileInUse()).isEqualTo(Profile.simulator());
    }

    private static List<Path> files(int... numbers) {
        return IntStream.of(numbers).mapToObj(number -> Path.of("f" + number)).toList();
    }
}
