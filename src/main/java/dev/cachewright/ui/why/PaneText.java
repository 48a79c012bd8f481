package dev.cachewright.ui.why;

import dev.cachewright.divergence.Panes;
import dev.cachewright.ui.kit.text.Mark;
import dev.cachewright.words.HiddenCharacters;
import dev.cachewright.words.WhyWords;
import java.util.ArrayList;
import java.util.List;

/// One request as a text to be read: a heading and a text for each part, the shared beginning dimmed, what differs
/// marked.
///
/// @param focus the first character that is not shared, or differs
record PaneText(String text, List<Mark> marks, int focus) {

    private static final String SHARED = "shared";
    private static final String HEADING = "part-heading";
    private static final String DIFFERENCE = "difference";

    PaneText {
        marks = List.copyOf(marks);
    }

    static PaneText empty() {
        return new PaneText("", List.of(), 0);
    }

    static PaneText of(List<Panes.Text> parts) {
        var text = new StringBuilder();
        var marks = new ArrayList<Mark>();
        int shared = 0;
        int focus = -1;
        for (Panes.Text part : parts) {
            String heading = WhyWords.part(part.part());
            marks.add(new Mark(text.length(), text.length() + heading.length(), HEADING));
            text.append(heading).append('\n');
            int start = text.length();
            text.append(HiddenCharacters.masked(part.text())).append("\n\n");
            if (part.shared() > 0) {
                marks.add(new Mark(start, start + part.shared(), SHARED));
                shared = start + part.shared();
            }
            part.changed().stream().filter(span -> span.start() < span.end())
                    .forEach(span -> marks.add(new Mark(start + span.start(), start + span.end(), DIFFERENCE)));
            if (focus < 0 && !part.changed().isEmpty()) {
                focus = start + part.changed().getFirst().start();
            }
        }
        return new PaneText(text.toString(), marks, focus < 0 ? shared : focus);
    }
}
