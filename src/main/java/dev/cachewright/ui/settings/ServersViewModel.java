package dev.cachewright.ui.settings;

import dev.cachewright.catalog.RuleSet;
import dev.cachewright.provider.Preset;
import dev.cachewright.provider.Profile;
import dev.cachewright.settings.Preferences;
import dev.cachewright.ui.fx.Subscriptions;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The servers of the user, and the one that is looked at. What is saved is in force at once.
public final class ServersViewModel implements AutoCloseable {

    private static final String BLANK = "http://127.0.0.1:8080/v1";

    private final ServerParts parts;
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final ObjectProperty<String> selected = new SimpleObjectProperty<>("");
    private final ServerFormViewModel form = new ServerFormViewModel(this::isTaken);
    private final ServerKeyViewModel key;
    private final TrialModel trial;
    private final ReadOnlyBooleanWrapper removable = new ReadOnlyBooleanWrapper();
    private final Subscriptions subscriptions = new Subscriptions();

    public ServersViewModel(ServerParts parts) {
        this.parts = parts;
        this.key = new ServerKeyViewModel(parts.keys(), parts.background());
        this.trial = new TrialModel(parts);
        key.lockedProperty().bind(form.dirtyProperty());
        refresh();
        String inUse = preferences().profileInUse().name();
        subscriptions.add(selected.subscribe(name -> show()));
        selected.set(names.contains(inUse) ? inUse : names.getFirst());
    }

    private Preferences preferences() {
        return parts.preferences().get();
    }

    private void refresh() {
        List<String> now = preferences().allProfiles().stream().filter(each -> each.kind() != Profile.Kind.SIMULATOR)
                .map(Profile::name).toList();
        if (!now.equals(names)) {
            names.setAll(now);
        }
    }

    private boolean isTaken(String name) {
        return preferences().allProfiles().stream().anyMatch(profile -> profile.name().equals(name));
    }

    private Optional<Profile> profile() {
        return preferences().allProfiles().stream().filter(each -> each.name().equals(selected.get()))
                .findFirst();
    }

    private void show() {
        removable.set(preferences().profiles().stream().anyMatch(own -> own.name().equals(selected.get())));
        profile().ifPresent(profile -> {
            form.show(profile);
            key.show(profile);
            trial.show(profile);
        });
    }

    private void select(String name) {
        refresh();
        selected.set(name);
        show();
    }

    /// Adds a server of this kind and uses it.
    void add(Preset preset) {
        add(preset.profile().withName(free(preset.name())));
    }

    /// Adds a server that is none of the known ones.
    void addBlank() {
        add(Profile.compatible(BLANK, Optional.of(RuleSet.Named.LONGEST_PREFIX))
                .withName(free(Texts.get("servers.new-name"))));
    }

    private void add(Profile profile) {
        parts.preferences().change(now -> now.withProfile(profile));
        select(profile.name());
    }

    /// Adds a copy; it has no key, since it may be for another account.
    void duplicate() {
        profile().ifPresent(profile -> add(profile.withName(free(profile.name()))));
    }

    private String free(String name) {
        return isTaken(name)
                ? IntStream.iterate(2, number -> number + 1).mapToObj(number -> name + " " + number)
                        .filter(other -> !isTaken(other)).findFirst().orElseThrow()
                : name;
    }

    /// Saves what is typed; the key goes along with a new name and not to another server.
    void save() {
        Profile before = profile().orElseThrow();
        form.typed().filter(typed -> !typed.equals(before)).ifPresent(typed -> {
            parts.preferences().change(now -> now.withProfile(before.name(), typed));
            parts.background().run(() -> {
                parts.keys().move(before.key(), typed.key());
                return typed;
            }).onDone(moved -> profile().filter(moved::equals).ifPresent(key::show));
            select(typed.name());
        });
    }

    /// Whether there is something typed that can be saved and is not.
    boolean hasUnsaved() {
        return form.isSavable();
    }

    /// Removes the server and its key; OpenAI itself is as at the start again.
    void remove() {
        profile().ifPresent(profile -> {
            int at = names.indexOf(profile.name());
            parts.preferences().change(now -> now.withoutProfile(profile.name()));
            parts.background().run(() -> parts.keys().remove(profile.key()));
            refresh();
            select(names.contains(profile.name()) ? profile.name()
                    : names.get(Math.clamp(at - 1L, 0, names.size() - 1)));
        });
    }

    void list() {
        profile().ifPresent(trial::list);
    }

    void test() {
        profile().ifPresent(trial::test);
    }

    ObservableList<String> names() {
        return names;
    }

    /// The name of the server that is looked at.
    ObjectProperty<String> selectedProperty() {
        return selected;
    }

    ServerFormViewModel form() {
        return form;
    }

    ServerKeyViewModel key() {
        return key;
    }

    TrialModel trial() {
        return trial;
    }

    /// Whether the user added or changed it.
    ReadOnlyBooleanProperty removableProperty() {
        return removable.getReadOnlyProperty();
    }

    /// What became of the test, or of listing the models.
    public ReadOnlyStringProperty resultProperty() {
        return trial.resultProperty();
    }

    public String getResult() {
        return trial.resultProperty().get();
    }

    @Override
    public void close() {
        subscriptions.close();
        form.close();
    }
}
