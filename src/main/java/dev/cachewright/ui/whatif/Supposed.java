package dev.cachewright.ui.whatif;

import dev.cachewright.whatif.Knob;
import dev.cachewright.whatif.Load;
import dev.cachewright.whatif.Question;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

/// All that is supposed of the calls, as figures and choices that are moved.
final class Supposed {

    /// As on the command line.
    private static final Question USUAL = new Question("", "", 0, 300, Load.perMinute(1));

    private final Map<Knob, KnobModel> knobs = new EnumMap<>(Knob.class);
    private final BooleanProperty even = new SimpleBooleanProperty(this, "even");
    private final StringProperty lifetime = new SimpleStringProperty(this, "lifetime", "");
    private final ObjectProperty<Knob> curve = new SimpleObjectProperty<>(this, "curve", Knob.PER_MINUTE);

    Supposed() {
        Arrays.stream(Knob.values()).forEach(knob -> knobs.put(knob, new KnobModel(knob, knob.of(USUAL))));
    }

    KnobModel knob(Knob knob) {
        return knobs.get(knob);
    }

    /// Whether calls come at even times instead of by chance.
    BooleanProperty evenProperty() {
        return even;
    }

    /// A lifetime or retention in the vendor's word; empty for that of the prompt.
    StringProperty lifetimeProperty() {
        return lifetime;
    }

    /// The figure whose curve is drawn.
    ObjectProperty<Knob> curveProperty() {
        return curve;
    }

    /// Tells of each change but that of the curve; a figure that is moved becomes that of the curve.
    Subscription subscribe(Runnable listener) {
        Subscription choices = Subscription.combine(even.subscribe((_, _) -> listener.run()),
                lifetime.subscribe((_, _) -> listener.run()));
        return knobs.values().stream().map(model -> model.valueProperty().subscribe((_, _) -> {
            curve.set(model.knob());
            listener.run();
        })).reduce(choices, Subscription::and);
    }

    /// The question to calls of that model.
    Question question(String model) {
        Question question = new Question(model, lifetime.get(), 0, 0,
                new Load(1, 1, even.get(), 1));
        for (KnobModel knob : List.copyOf(knobs.values())) {
            question = knob.knob().set(question, knob.valueProperty().get());
        }
        return question;
    }
}
