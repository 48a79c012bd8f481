package dev.cachewright.architecture.wrong.ui.editor;

/// No view model by its name, but what one is made of.
final class ShadedFigures {
    PaintedButton.Shade shade;
}
