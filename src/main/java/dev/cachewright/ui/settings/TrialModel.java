package dev.cachewright.ui.settings;

import dev.cachewright.provider.Profile;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.provider.ServerCheck;
import dev.cachewright.ui.fx.Latest;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.words.FailureWords;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Tries a server out: which models it has, and whether one token comes back.
final class TrialModel {

    private final ServerParts parts;
    private final Latest work;
    private final StringProperty model = new SimpleStringProperty("");
    private final ObservableList<String> models = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper("");

    TrialModel(ServerParts parts) {
        this.parts = parts;
        this.work = new Latest(parts.background());
    }

    void show(Profile profile) {
        work.cancel();
        result.set("");
        models.setAll(parts.preferences().get().listedModels().getOrDefault(profile.name(), List.of()));
        model.set(preferred());
    }

    /// The model of the prompt where the server has it, or does not say what it has.
    private String preferred() {
        String open = parts.model().get();
        return models.isEmpty() || models.contains(open) ? open : models.getFirst();
    }

    void list(Profile profile) {
        result.set(Texts.get("servers.listing"));
        work.submit(() -> parts.check().models(profile), listing -> listed(profile, listing), this::failed);
    }

    private void listed(Profile profile, ServerCheck.Listing listing) {
        result.set(listing.failure().map(why -> Texts.format("servers.not-listed", FailureWords.sentence(why)))
                .orElseGet(() -> Texts.format("servers.listed", listing.ids().size())));
        if (listing.failure().isEmpty()) {
            String before = model.get();
            parts.preferences().change(now -> now.withListedModels(profile.name(), listing.ids()));
            models.setAll(listing.ids());
            model.set(models.contains(before) ? before : preferred());
        }
    }

    /// Makes one call of one token.
    void test(Profile profile) {
        String asked = model.get() == null ? "" : model.get().strip();
        result.set(Texts.get("servers.testing"));
        work.submit(() -> parts.check().tryOut(profile, asked), trial -> result.set(words(trial)), this::failed);
    }

    private static String words(ServerCheck.Trial trial) {
        Optional<String> failure = trial.failure().map(FailureWords::sentence);
        return failure.orElseGet(
                () -> Texts.get(trial.reportsCached() ? "servers.works-reports" : "servers.works-silent"));
    }

    private void failed(Throwable failure) {
        result.set(Unexpected.words(failure, ProviderException.class));
    }

    StringProperty modelProperty() {
        return model;
    }

    ObservableList<String> models() {
        return models;
    }

    ReadOnlyStringProperty resultProperty() {
        return result.getReadOnlyProperty();
    }
}
