package dev.cachewright.ui.kit.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// The style classes of one paragraph: its `{{variables}}` and the marks that touch it.
final class TextStyles {

    static final String VARIABLE = "variable";

    private final boolean showsVariables;
    private List<Mark> marks = List.of();

    TextStyles(boolean showsVariables) {
        this.showsVariables = showsVariables;
    }

    List<Mark> marks() {
        return marks;
    }

    void setMarks(List<Mark> wanted) {
        marks = List.copyOf(wanted);
    }

    void move(TextChange change) {
        if (!marks.isEmpty()) {
            marks = marks.stream().map(mark -> mark.after(change)).filter(mark -> mark.end() > mark.start()).toList();
        }
    }

    boolean isPlain(String paragraph, int textStart) {
        return !(showsVariables && paragraph.contains("{{"))
                && marks.stream().noneMatch(mark -> touches(mark, textStart, textStart + paragraph.length()));
    }

    StyleSpans<Collection<String>> of(String paragraph, int textStart) {
        List<Mark> here = new ArrayList<>();
        if (showsVariables) {
            addVariables(paragraph, here);
        }
        int textEnd = textStart + paragraph.length();
        for (Mark mark : marks) {
            if (touches(mark, textStart, textEnd)) {
                here.add(new Mark(Math.max(0, mark.start() - textStart),
                        Math.min(paragraph.length(), mark.end() - textStart), mark.styleClass()));
            }
        }
        return spans(paragraph.length(), here);
    }

    private static boolean touches(Mark mark, int from, int to) {
        return mark.start() < to && mark.end() > from;
    }

    private static void addVariables(String paragraph, List<Mark> found) {
        int open = paragraph.indexOf("{{");
        while (open >= 0) {
            int close = paragraph.indexOf("}}", open + 2);
            if (close < 0) {
                return;
            }
            int end = paragraph.startsWith("}}}", close) ? close + 3 : close + 2;
            // A backslash before them makes two braces of them.
            if (open == 0 || paragraph.charAt(open - 1) != '\\') {
                found.add(new Mark(open, end, VARIABLE));
            }
            open = paragraph.indexOf("{{", end);
        }
    }

    private static StyleSpans<Collection<String>> spans(int length, List<Mark> here) {
        TreeSet<Integer> borders = new TreeSet<>(List.of(0, length));
        here.forEach(mark -> borders.addAll(List.of(mark.start(), mark.end())));
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        Integer from = null;
        for (int to : borders) {
            if (from != null) {
                int start = from;
                List<String> classes = here.stream().filter(mark -> touches(mark, start, to)).map(Mark::styleClass)
                        .distinct().toList();
                spans.add(classes, to - start);
            }
            from = to;
        }
        if (length == 0) {
            spans.add(List.of(), 0);
        }
        return spans.create();
    }
}
