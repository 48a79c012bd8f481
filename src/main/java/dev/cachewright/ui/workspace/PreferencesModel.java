package dev.cachewright.ui.workspace;

import dev.cachewright.provider.Profile;
import dev.cachewright.settings.Preferences;
import dev.cachewright.settings.PreferencesFile;
import dev.cachewright.store.DiskWords;
import dev.cachewright.store.FileProblem;
import dev.cachewright.ui.fx.Latest;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.words.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The user's preferences; each change is written in the background.
public final class PreferencesModel {

    /// In percent; each has a style.
    public static final List<Integer> TEXT_SIZES = List.of(80, 90, 100, 110, 125, 150, 175, 200);

    private final PreferencesFile file;
    private final Latest writing;
    private final ReadOnlyObjectWrapper<Preferences> preferences;
    private final Optional<String> problem;
    private final ReadOnlyObjectWrapper<Optional<String>> unsaved = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean isClosed;

    public PreferencesModel(PreferencesFile file, Latest writing) {
        this.file = file;
        this.writing = writing;
        this.preferences = new ReadOnlyObjectWrapper<>(file.read());
        this.problem = setAside();
    }

    /// Renames a file that is not readable, before anything is written in its place.
    private Optional<String> setAside() {
        Optional<String> found = file.problem().map(FileProblem::oneLine);
        try {
            return file.setAside().map(aside -> Texts.format("preferences.damaged", found.orElse(""), aside));
        } catch (IOException e) {
            isClosed = true;
            return Optional.of(Texts.format("preferences.not-set-aside", found.orElse(""), DiskWords.of(e)));
        }
    }

    /// The notice about a file that was not readable: why, and where it is now; empty where it was readable.
    public Optional<String> problem() {
        return problem;
    }

    /// The profiles that were sent a key by an earlier version, and are not any more.
    public List<String> withoutKey() {
        return file.withoutKey();
    }

    /// Where calls go.
    public Profile profileInUse() {
        return preferences.get().profileInUse();
    }

    public void change(UnaryOperator<Preferences> change) {
        Preferences next = change.apply(preferences.get());
        if (!next.equals(preferences.get())) {
            preferences.set(next);
            writing.submit(() -> {
                writeUnlessClosed(next);
                return next;
            }, written -> unsaved.set(Optional.empty()), this::notWritten);
        }
    }

    private void notWritten(Throwable failure) {
        unsaved.set(Optional.of(failure instanceof IOException disk
                ? DiskWords.of(disk)
                : Unexpected.words(failure)));
    }

    /// Why the last change is not on disk; empty where it is, or is on its way.
    public ReadOnlyObjectProperty<Optional<String>> unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /// Whether the borders of tokens are shown in the text of blocks.
    public boolean showsTokens() {
        return preferences.get().showsTokens();
    }

    public void showTokens(boolean shows) {
        change(now -> now.withShowsTokens(shows));
    }

    /// Shows the text of the prompt so many sizes larger, or smaller, as far as there are any.
    public void zoom(int sizes) {
        int now = TEXT_SIZES.indexOf(preferences.get().textSize());
        int from = now < 0 ? TEXT_SIZES.indexOf(Preferences.USUAL_TEXT) : now;
        int next = TEXT_SIZES.get(Math.clamp((long) from + sizes, 0, TEXT_SIZES.size() - 1));
        change(preferences -> preferences.withTextSize(next));
    }

    public void resetZoom() {
        change(now -> now.withTextSize(Preferences.USUAL_TEXT));
    }

    private synchronized void writeUnlessClosed(Preferences next) throws IOException {
        if (!isClosed) {
            file.write(next);
        }
    }

    /// Writes at once, where the window closes: what is still on its way is older, and would come too late.
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            file.write(preferences.get());
        } catch (IOException e) {
            System.getLogger(PreferencesModel.class.getName()).log(System.Logger.Level.WARNING,
                    "The preferences were not written", e);
        }
    }

    public ReadOnlyObjectProperty<Preferences> preferencesProperty() {
        return preferences.getReadOnlyProperty();
    }

    public Preferences get() {
        return preferences.get();
    }
}
