package dev.cachewright.ui.whatif;

import dev.cachewright.ui.fx.Background;
import dev.cachewright.ui.fx.Latest;
import dev.cachewright.whatif.Knob;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;

/// All that is shown of an answer: its figures, its curve, the other models, ways to begin a batch.
final class Shown implements AutoCloseable {

    private final WhatIfFigures figures = new WhatIfFigures();
    private final CurveModel curve;
    private final OtherModels others;
    private final BatchModel batch = new BatchModel();

    /// @param knob the figure whose curve is drawn
    Shown(Background background, ObjectProperty<Knob> knob) {
        this.curve = new CurveModel(new Latest(background), knob);
        this.others = new OtherModels(new Latest(background));
    }

    void show(Reply reply) {
        reply.answer().ifPresentOrElse(found -> figures.show(reply, found), figures::clear);
        batch.ask(reply.answer());
        curve.ask(reply);
        others.ask(reply);
    }

    void clear() {
        figures.clear();
        batch.ask(Optional.empty());
        curve.clear();
        others.clear();
    }

    WhatIfFigures figures() {
        return figures;
    }

    CurveModel curve() {
        return curve;
    }

    OtherModels others() {
        return others;
    }

    BatchModel batch() {
        return batch;
    }

    @Override
    public void close() {
        clear();
        curve.close();
    }
}
