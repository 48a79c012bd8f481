package dev.cachewright.ui.session;

import dev.cachewright.words.Numbers;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.util.Subscription;

/// Which calls the table shows: those of a verdict, those that hold some words, or both.
final class CallFilter {

    private static final Choice ALL = new Choice(Texts.get("session.all-verdicts"), row -> true);
    private static final Choice MISSED = new Choice(Texts.get("session.unexpected-misses"),
            row -> row.facts().isMissed());

    private final ObservableList<CallRow> all;
    private final FilteredList<CallRow> rows;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ObjectProperty<Choice> verdict = new SimpleObjectProperty<>(this, "verdict", ALL);
    private final ObservableList<Choice> choices = FXCollections.observableArrayList(ALL, MISSED);
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private int seen;

    /// @param all the calls, to which others may be added
    CallFilter(ObservableList<CallRow> all) {
        this.all = all;
        this.rows = new FilteredList<>(all);
        text.subscribe(now -> filter());
        verdict.subscribe(now -> filter());
    }

    /// What can be asked for.
    record Choice(String words, Predicate<CallRow> takes) {

        @Override
        public String toString() {
            return words;
        }
    }

    /// Follows the calls until the subscription is closed.
    Subscription follow() {
        learn();
        return all.subscribe(this::learn).and(rows.subscribe(this::count));
    }

    /// Takes in the verdicts of calls that are new.
    private void learn() {
        if (all.size() < seen) {
            seen = 0;
            choices.remove(2, choices.size());
            if (!choices.contains(verdict.get())) {
                verdict.set(ALL);
            }
        }
        for (; seen < all.size(); seen++) {
            String brief = all.get(seen).verdict().brief();
            if (choices.stream().noneMatch(choice -> choice.words().equals(brief))) {
                choices.add(new Choice(brief, row -> row.verdict().brief().equals(brief)));
            }
        }
        count();
    }

    private void filter() {
        List<String> wanted = List.of(text.get().strip().toLowerCase(Locale.ROOT).split("\\s+"));
        Choice choice = verdict.get() == null ? ALL : verdict.get();
        rows.setPredicate(row -> choice.takes().test(row) && row.holds(wanted));
        count();
    }

    private void count() {
        words.set(isActive()
                ? Texts.format("session.filtered", Numbers.count(rows.size()), all.size())
                : "");
    }

    boolean isActive() {
        return !text.get().isBlank() || verdict.get() != ALL && verdict.get() != null;
    }

    void clear() {
        text.set("");
        verdict.set(ALL);
    }

    /// Where the call at this index is among those that are shown; negative where it is not.
    int viewIndex(int index) {
        return index < 0 || index >= all.size() ? -1 : rows.getViewIndex(index);
    }

    /// The calls that are shown, in their order.
    FilteredList<CallRow> rows() {
        return rows;
    }

    StringProperty textProperty() {
        return text;
    }

    ObjectProperty<Choice> verdictProperty() {
        return verdict;
    }

    ObservableList<Choice> choices() {
        return choices;
    }

    /// How many calls of how many are shown; empty where all are.
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }
}
