package dev.cachewright.ui.settings;

import dev.cachewright.catalog.RuleSet;
import dev.cachewright.provider.BaseUrl;
import dev.cachewright.provider.Presets;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/// A profile while it is edited. What is typed takes effect when it is saved, all at once.
public final class ServerFormViewModel implements AutoCloseable {

    /// Rules that servers have; an empty name means those of the model.
    static final List<String> RULES = Stream.concat(Stream.of(""), RuleSet.choices().stream().map(RuleSet::word))
            .toList();

    private final ServerDraft draft = new ServerDraft();
    private final Predicate<String> isTaken;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper cache = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper exposed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper savable = new ReadOnlyBooleanWrapper();
    private final Subscriptions subscriptions = new Subscriptions();
    private Optional<Profile> saved = Optional.empty();
    private boolean isShowing;

    /// @param isTaken whether another profile has this name
    ServerFormViewModel(Predicate<String> isTaken) {
        this.isTaken = isTaken;
        subscriptions.add(draft.baseUrl.subscribe(address -> {
            // Rules that were chosen for one address are not those of another.
            if (!isShowing) {
                Presets.likelyRulesOf(address).map(RuleSet::word).ifPresent(draft.rules::set);
                draft.allowed.set(false);
            }
        }));
        for (ObservableValue<?> field : List.of(draft.name, draft.kind, draft.baseUrl, draft.rules, draft.allowed,
                draft.organization, draft.project, draft.headers, draft.body, draft.proxy, draft.connect,
                draft.silence, draft.whole)) {
            subscriptions.add(field.subscribe(() -> check()));
        }
    }

    void show(Profile profile) {
        isShowing = true;
        saved = Optional.of(profile);
        draft.show(profile);
        isShowing = false;
        check();
    }

    private void check() {
        if (isShowing || saved.isEmpty()) {
            return;
        }
        cache.set(Presets.of(draft.baseUrl.get()).map(preset -> Texts.get("preset." + preset.id()))
                .orElseGet(() -> Texts.get("server-form.unknown-cache")));
        exposed.set(BaseUrl.isExposed(draft.baseUrl.get()));
        Optional<Profile> typed = typed();
        dirty.set(typed.isEmpty() || !typed.equals(saved));
        savable.set(typed.isPresent() && dirty.get());
    }

    /// What is typed; empty where it cannot be used, and the problem says why.
    Optional<Profile> typed() {
        try {
            Profile typed = draft.read();
            boolean isRenamed = !typed.name().equals(saved.orElseThrow().name());
            problem.set(isRenamed && isTaken.test(typed.name())
                    ? Texts.format("server-form.taken", typed.name())
                    : "");
            return problem.get().isEmpty() ? Optional.of(typed) : Optional.empty();
        } catch (ProviderException e) {
            problem.set(e.getMessage());
            return Optional.empty();
        }
    }

    ServerDraft draft() {
        return draft;
    }

    /// Why it cannot be saved; empty where it can.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public String getProblem() {
        return problem.get();
    }

    /// What the cache of this server does, in a sentence.
    public ReadOnlyStringProperty cacheProperty() {
        return cache.getReadOnlyProperty();
    }

    public String getCache() {
        return cache.get();
    }

    /// Whether what is sent there can be read on the way.
    public ReadOnlyBooleanProperty exposedProperty() {
        return exposed.getReadOnlyProperty();
    }

    public boolean isExposed() {
        return exposed.get();
    }

    ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty savableProperty() {
        return savable.getReadOnlyProperty();
    }

    public boolean isSavable() {
        return savable.get();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
