package dev.cachewright.ui.shell;

import dev.cachewright.catalog.RuleSet;
import dev.cachewright.provider.BaseUrl;
import dev.cachewright.provider.Presets;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.ui.workspace.PreferencesModel;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A compatible server to be added: its address and its cache rules.
public final class AddServerViewModel {

    /// Rules that servers have; an empty name means those of the model.
    static final List<String> RULES = Stream.concat(Stream.of(""), RuleSet.choices().stream().map(RuleSet::word))
            .toList();

    private final PreferencesModel preferences;
    private final StringProperty baseUrl = new SimpleStringProperty("http://127.0.0.1:8080/v1");
    private final BooleanProperty sendsKey = new SimpleBooleanProperty();
    private final StringProperty rules = new SimpleStringProperty("longest-prefix");

    public AddServerViewModel(PreferencesModel preferences) {
        this.preferences = preferences;
        // Rules that were chosen for one address are not those of another.
        baseUrl.subscribe(address -> Presets.likelyRulesOf(address).map(RuleSet::word).ifPresent(rules::set));
    }

    /// Whether the address is one that can be called.
    BooleanBinding validProperty() {
        return Bindings.createBooleanBinding(this::isValid, baseUrl);
    }

    private boolean isValid() {
        try {
            return !BaseUrl.checked(baseUrl.get()).isEmpty();
        } catch (ProviderException _) {
            return false;
        }
    }

    void add() {
        Profile profile = Profile.compatible(BaseUrl.checked(baseUrl.get()), RuleSet.of(rules.get()));
        preferences.change(now -> now.withProfile(profile));
    }

    /// Whether the server is sent the `OPENAI_API_KEY` of the environment.
    BooleanProperty sendsKeyProperty() {
        return sendsKey;
    }

    StringProperty baseUrlProperty() {
        return baseUrl;
    }

    StringProperty rulesProperty() {
        return rules;
    }
}
