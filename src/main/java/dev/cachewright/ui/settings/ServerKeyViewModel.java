package dev.cachewright.ui.settings;

import dev.cachewright.provider.KeyRef;
import dev.cachewright.provider.Profile;
import dev.cachewright.provider.ProviderException;
import dev.cachewright.settings.Keys;
import dev.cachewright.settings.Secret;
import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Latest;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.words.Texts;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The key of a profile: whether there is one, where it is kept, and a new one while it is typed.
public final class ServerKeyViewModel {

    private final Keys keys;
    /// What is entered or removed is never dropped for something newer, as looking is.
    private final Background background;
    private final Latest looking;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper offer = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper removable = new ReadOnlyBooleanWrapper();
    private final BooleanProperty locked = new SimpleBooleanProperty();
    private KeyRef key = KeyRef.none();

    ServerKeyViewModel(Keys keys, Background background) {
        this.keys = keys;
        this.background = background;
        this.looking = new Latest(background);
    }

    void show(Profile profile) {
        if (!profile.key().equals(key)) {
            typed.set("");
        }
        key = profile.key();
        hint.set(Texts.format(key.variable().isEmpty() ? "server-key.hint" : "server-key.hint-variable", key.origin(),
                key.variable()));
        look();
    }

    private void look() {
        KeyRef asked = key;
        offer.set("");
        problem.set("");
        state.set(Texts.get("server-key.looking"));
        removable.set(false);
        looking.submit(() -> keys.find(asked), this::found, this::failed);
    }

    private void found(Optional<Keys.Kept> kept) {
        state.set(kept.map(this::words).orElseGet(() -> Texts.get("server-key.none")));
        removable.set(kept.filter(found -> found.place() != Keys.Place.ENVIRONMENT).isPresent());
    }

    private String words(Keys.Kept kept) {
        if (kept.place() == Keys.Place.ENVIRONMENT) {
            return Texts.format("server-key.of-environment", key.variable());
        }
        String ending = kept.secret().ending();
        String place = Texts.get("servers.place." + kept.place().name().toLowerCase(Locale.ROOT));
        return ending.isEmpty()
                ? Texts.format("server-key.set", place)
                : Texts.format("server-key.set-ending", ending, place);
    }

    private void failed(Throwable failure) {
        state.set(Texts.get("server-key.none"));
        problem.set(Unexpected.words(failure, ProviderException.class));
    }

    /// Keeps what was typed, in the keychain; where there is none, the file is offered.
    void set() {
        set(false);
    }

    /// Keeps what was typed in the file.
    void setInFile() {
        set(true);
    }

    private void set(boolean mayUseFile) {
        KeyRef changed = key;
        problem.set("");
        try {
            Secret secret = Secret.of(typed.get());
            background.run(() -> keys.set(changed, secret, mayUseFile)).onDone(place -> kept(changed, place))
                    .onFailure(Throwable.class, this::notChanged);
        } catch (ProviderException e) {
            problem.set(e.getMessage());
        }
    }

    private void notChanged(Throwable failure) {
        problem.set(Unexpected.words(failure, ProviderException.class));
    }

    /// @param changed may be of a server that is not looked at any more
    private void kept(KeyRef changed, Optional<Keys.Place> place) {
        if (!changed.equals(key)) {
            return;
        }
        if (place.isEmpty()) {
            offer.set(Texts.format("server-key.offer", keys.file().path()));
            return;
        }
        typed.set("");
        look();
    }

    void remove() {
        KeyRef removed = key;
        background.run(() -> keys.remove(removed)).onDone(_ -> look()).onFailure(Throwable.class, this::notChanged);
    }

    /// The new key while it is typed; empty once it is kept.
    StringProperty typedProperty() {
        return typed;
    }

    /// While the profile has changes that are not saved: its server may be another one then.
    BooleanProperty lockedProperty() {
        return locked;
    }

    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    public String getState() {
        return state.get();
    }

    public ReadOnlyStringProperty hintProperty() {
        return hint.getReadOnlyProperty();
    }

    public String getHint() {
        return hint.get();
    }

    /// Asks whether the key may be kept in a file; empty where nothing is asked.
    public ReadOnlyStringProperty offerProperty() {
        return offer.getReadOnlyProperty();
    }

    public String getOffer() {
        return offer.get();
    }

    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public String getProblem() {
        return problem.get();
    }

    ReadOnlyBooleanProperty removableProperty() {
        return removable.getReadOnlyProperty();
    }
}
