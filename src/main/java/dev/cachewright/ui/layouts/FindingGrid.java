package dev.cachewright.ui.layouts;

import dev.cachewright.experiment.Finding;
import dev.cachewright.experiment.Measure;
import dev.cachewright.words.CompareWords;
import dev.cachewright.words.Sentence;
import dev.cachewright.words.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// What was found, a row for each pair below the name of each measure.
final class FindingGrid {

    private static final int COLUMNS = 4;

    private final GridPane grid;
    private int row;

    FindingGrid(GridPane grid) {
        this.grid = grid;
    }

    void show(Measurement found) {
        grid.getChildren().clear();
        row = 0;
        for (Measure measure : Measure.values()) {
            Label heading = label(Sentence.capital(CompareWords.name(measure)), "measure-heading");
            grid.add(heading, 0, row++, COLUMNS, 1);
            grid.addRow(row++, label(Texts.get("measure.pair"), "text-quiet"),
                    label(Texts.get("measure.difference"), "text-quiet"),
                    label(Texts.get("measure.interval"), "text-quiet"),
                    label(Texts.get("measure.found"), "text-quiet"));
            found.findings(measure).forEach(each -> add(found, each));
        }
    }

    private void add(Measurement found, Finding finding) {
        String control = Texts.get("experiment.control");
        String against = finding.baseline().isEmpty() ? control : finding.baseline();
        String style = finding.isTold() ? "text-strong" : "measure-untold";
        String pairs = Texts.format("measure.pairs", found.known(finding), finding.leftOut());
        String interval = finding.difference().isEmpty() ? pairs
                : Texts.format("measure.interval-of", CompareWords.interval(finding), pairs);
        grid.addRow(row++, label(Texts.format("measure.against", finding.other(), against), "measure-pair"),
                figure(CompareWords.estimate(finding), style), label(interval, "measure-interval"),
                label(words(finding, control), style));
    }

    /// The name of a layout stays as it is.
    private static String words(Finding finding, String control) {
        String words = CompareWords.found(finding, control);
        return finding.better().filter(name -> !name.isEmpty()).isPresent() ? words : Sentence.capital(words);
    }

    /// Never in two lines.
    private static Label figure(String words, String style) {
        Label label = label(words, style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label label(String words, String style) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
