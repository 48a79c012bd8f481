package dev.cachewright.ui.settings;

import dev.cachewright.catalog.RuleSet;
import dev.cachewright.provider.BaseUrl;
import dev.cachewright.provider.Extras;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.provider.Timeouts;
import dev.cachewright.words.Texts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The fields of a profile as they are typed.
final class ServerDraft {

    final StringProperty name = new SimpleStringProperty("");
    final ObjectProperty<Profile.Kind> kind = new SimpleObjectProperty<>(Profile.Kind.COMPATIBLE);
    final StringProperty baseUrl = new SimpleStringProperty("");
    final StringProperty rules = new SimpleStringProperty("");
    final BooleanProperty allowed = new SimpleBooleanProperty();
    final StringProperty organization = new SimpleStringProperty("");
    final StringProperty project = new SimpleStringProperty("");
    final StringProperty headers = new SimpleStringProperty("");
    final StringProperty body = new SimpleStringProperty("");
    final StringProperty proxy = new SimpleStringProperty("");
    final StringProperty connect = new SimpleStringProperty("");
    final StringProperty silence = new SimpleStringProperty("");
    final StringProperty whole = new SimpleStringProperty("");

    void show(Profile profile) {
        name.set(profile.name());
        kind.set(profile.kind());
        baseUrl.set(profile.baseUrl());
        rules.set(profile.rules().map(RuleSet::word).orElse(""));
        allowed.set(BaseUrl.isExposed(profile.baseUrl()) && !profile.isToBeAllowed());
        Extras extras = profile.extras();
        organization.set(extras.organization());
        project.set(extras.project());
        headers.set(extras.headers().entrySet().stream().map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n")));
        body.set(extras.body());
        proxy.set(extras.proxy());
        connect.set(String.valueOf(extras.timeouts().connect().toSeconds()));
        silence.set(String.valueOf(extras.timeouts().silence().toSeconds()));
        whole.set(String.valueOf(extras.timeouts().whole().toSeconds()));
    }

    /// The profile as it is typed.
    ///
    /// @throws ProviderException with the first thing that is wrong
    Profile read() {
        if (name.get().isBlank()) {
            throw new ProviderException(Texts.get("server-form.no-name"));
        }
        Extras extras = new Extras(organization.get().strip(), project.get().strip(), readHeaders(), body.get().strip(),
                proxy.get().strip(), new Timeouts(time(connect), time(silence), time(whole))).checked();
        var profile = new Profile(name.get().strip(), kind.get(), BaseUrl.checked(baseUrl.get()),
                RuleSet.of(rules.get()), "", extras);
        if (!BaseUrl.isExposed(profile.baseUrl())) {
            return profile;
        }
        if (!allowed.get()) {
            throw new ProviderException(Texts.get("server-form.to-be-allowed"));
        }
        return profile.allowed();
    }

    private SequencedMap<String, String> readHeaders() {
        var read = new LinkedHashMap<String, String>();
        headers.get().lines().filter(line -> !line.isBlank()).forEach(line -> {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new ProviderException(Texts.format("server-form.no-header", line.strip()));
            }
            read.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        });
        return read;
    }

    private static Duration time(StringProperty seconds) {
        if (!seconds.get().strip().matches("\\d{1,6}")) {
            throw new ProviderException(Texts.get("server-form.no-time"));
        }
        return Duration.ofSeconds(Long.parseLong(seconds.get().strip()));
    }
}
