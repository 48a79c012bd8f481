package dev.cachewright.ui.traffic;

import dev.cachewright.format.family.FamilyAdvice;
import dev.cachewright.format.traffic.ExamplePlace;
import dev.cachewright.traffic.FamilyProfile;
import dev.cachewright.ui.fx.Latest;
import dev.cachewright.ui.fx.Unexpected;
import dev.cachewright.words.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the chosen family lost, by cause, and the advice on its calls; both are looked for in the background.
public final class FamilyViewModel {

    private final TrafficParts parts;
    private final Latest examples;
    private final Latest advising;
    private final ObservableList<CauseLine> causes = FXCollections.observableArrayList();
    private final ObservableList<AdviceLine> advice = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper noAdvice = new ReadOnlyStringWrapper("");

    FamilyViewModel(TrafficParts parts) {
        this.parts = parts;
        this.examples = new Latest(parts.background());
        this.advising = new Latest(parts.background());
    }

    void show(Optional<FamilyProfile> chosen) {
        examples.cancel();
        advising.cancel();
        causes.clear();
        advice.clear();
        noAdvice.set("");
        chosen.ifPresent(family -> {
            examples.submit(
                    () -> CauseLine.of(family, new ExamplePlace(parts.analyst(), parts.clock().instant())),
                    causes::setAll);
            advise(family);
        });
    }

    private void advise(FamilyProfile family) {
        if (family.samples().size() < 2) {
            noAdvice.set(Texts.get(family.sums().calls() < 2
                    ? "traffic.no-advice-one-call"
                    : "traffic.no-advice-not-kept"));
            return;
        }
        noAdvice.set(Texts.get("traffic.advising"));
        advising.submit(() -> new FamilyAdvice(parts.analyst(), Optional.empty())
                .of(family, parts.clock().instant()), given -> advised(AdviceLine.all(given)),
                failure -> noAdvice.set(Unexpected.words(failure)));
    }

    private void advised(List<AdviceLine> found) {
        advice.setAll(found);
        noAdvice.set(found.isEmpty() ? Texts.get("traffic.no-advice") : "");
    }

    ObservableList<CauseLine> causes() {
        return causes;
    }

    /// What to change, what saves most first.
    ObservableList<AdviceLine> advice() {
        return advice;
    }

    /// Why there is no advice; empty where there is some.
    public ReadOnlyStringProperty noAdviceProperty() {
        return noAdvice.getReadOnlyProperty();
    }

    public String getNoAdvice() {
        return noAdvice.get();
    }
}
