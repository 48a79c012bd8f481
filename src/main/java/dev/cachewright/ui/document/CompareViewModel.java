package dev.cachewright.ui.document;

import dev.cachewright.prompt.text.LineDifference;
import dev.cachewright.store.FileDifference;
import java.util.List;
import java.util.stream.Stream;

/// What differs between the window and the disk, line by line.
public final class CompareViewModel {

    private static final int CONTEXT = 3;

    private final List<Shown> lines;

    public CompareViewModel(List<FileDifference> differences) {
        this.lines = differences.stream().flatMap(CompareViewModel::lines).toList();
    }

    /// A line, or the name of a file above its lines.
    ///
    /// @param sign what stands before the text: that of the window is `-`, that of the disk `+`
    record Shown(String style, String sign, String text) {
    }

    private static Stream<Shown> lines(FileDifference difference) {
        return Stream.concat(Stream.of(new Shown("file", "", difference.file().getFileName().toString())),
                difference.lines().around(CONTEXT).lines().stream().map(CompareViewModel::shown));
    }

    private static Shown shown(LineDifference.Line line) {
        return switch (line.change()) {
            case SAME -> new Shown("same", " ", line.text());
            case REMOVED -> new Shown("removed", "-", line.text());
            case ADDED -> new Shown("added", "+", line.text());
            case GAP -> new Shown("same", " ", "…");
        };
    }

    List<Shown> lines() {
        return lines;
    }
}
