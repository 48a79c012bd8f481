package dev.cachewright.architecture.wrong.ui.editor;

final class ShadedViewModel {
    ShadedFigures figures;
}
